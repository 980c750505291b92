package io.flywheel.home.web;

import io.flywheel.home.own.Arrangement;
import io.flywheel.home.own.OwnHomes;
import io.flywheel.kernel.Actor;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/home")
class HomeController {
    private final OwnHomes homes;

    HomeController(OwnHomes homes) {
        this.homes = homes;
    }

    record HomeList(List<OwnHomes.Home> homes) {}

    /** Missing lists are empty. */
    record Given(@Nullable List<String> tiles, @Nullable List<String> hidden) {
        private static List<String> known(@Nullable List<String> names) {
            return names == null
                    ? List.of()
                    : names.stream().filter(Objects::nonNull).distinct().toList();
        }

        Arrangement arrangement() {
            return new Arrangement(known(tiles), known(hidden));
        }
    }

    @Operation(summary = "List one's homes with their tiles")
    @GetMapping
    HomeList list(Actor actor) {
        return new HomeList(homes.of(actor));
    }

    @Operation(summary = "Put the tiles of a home in an order of one's own")
    @PutMapping("/{name}/arrangement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void arrange(Actor actor, @PathVariable String name, @RequestBody Given given) {
        homes.arrange(actor, name, given.arrangement());
    }

    @Operation(summary = "Put the tiles of a home back as they are defined")
    @DeleteMapping("/{name}/arrangement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(Actor actor, @PathVariable String name) {
        homes.reset(actor, name);
    }
}
