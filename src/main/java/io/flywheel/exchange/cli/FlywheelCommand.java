package io.flywheel.exchange.cli;

import io.flywheel.kernel.Language;
import io.flywheel.kernel.Texts;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code bin/flywheel <command> …}. Exit codes: 0 done, 1 failed, 2 not understood, 3 done but some rows refused. */
public final class FlywheelCommand {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int NOT_UNDERSTOOD = 2;
    static final int SOME_REFUSED = 3;

    private FlywheelCommand() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.getenv(), out, err));
    }

    /** @param environment {@code FLYWHEEL_URL}, {@code FLYWHEEL_KEY}, and {@code LANG} for the language */
    public static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        Language language = Language.of(environment.getOrDefault("LANG", "en"));
        if (arguments.isEmpty() || List.of("help", "--help", "-h").contains(arguments.getFirst())) {
            out.println(Texts.text(language, "exchange.cli-help", Map.of()));
            return DONE;
        }
        List<String> rest = arguments.subList(1, arguments.size());
        try {
            return switch (arguments.getFirst()) {
                case "import" ->
                    new ImportCommand(Options.read(rest, ImportCommand.OPTIONS), environment, language, out).run();
                case "undo" ->
                    new UndoCommand(Options.read(rest, UndoCommand.OPTIONS), environment, language, out).run();
                default -> throw new Refusal("exchange.cli-unknown", Map.of("command", arguments.getFirst()));
            };
        } catch (Refusal refusal) {
            err.println(Texts.text(language, refusal.code(), refusal.arguments()));
            return NOT_UNDERSTOOD;
        } catch (Client.Failure failure) {
            Arrays.stream(failure.getMessage().split("\n")).forEach(err::println);
            return FAILED;
        }
    }

    /** The command line does not make sense. */
    static final class Refusal extends RuntimeException {
        private final String code;
        private final transient Map<String, Object> arguments;

        Refusal(String code, Map<String, Object> arguments) {
            super(code, null, false, false);
            this.code = code;
            this.arguments = arguments;
        }

        String code() {
            return code;
        }

        Map<String, Object> arguments() {
            return arguments;
        }
    }
}
