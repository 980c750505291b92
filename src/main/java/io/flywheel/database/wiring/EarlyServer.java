package io.flywheel.database.wiring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.SpringProperties;

/** Opens the database while Spring makes its beans: PostgreSQL's start and ours then take place side by side. */
class EarlyServer implements ApplicationListener<ApplicationContextInitializedEvent> {
    /** The opening under way; also holds why it failed. */
    record Opening(CompletableFuture<Server> begun) {
        Server server() {
            try {
                return begun.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
    }

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        // The build looks for beans and makes none; tests are not started by main and bring their settings later.
        var application = event.getSpringApplication();
        if (SpringProperties.getFlag(AbstractAotProcessor.AOT_PROCESSING)
                || !application.getAllSources().contains(application.getMainApplicationClass())) {
            return;
        }
        var context = event.getApplicationContext();
        DatabaseSettings settings =
                Binder.get(context.getEnvironment()).bindOrCreate("flywheel", DatabaseSettings.class);
        CompletableFuture<Server> begun = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("database-opening").start(() -> open(settings, begun));
        context.getBeanFactory().registerSingleton("databaseOpening", new Opening(begun));
    }

    private static void open(DatabaseSettings settings, CompletableFuture<Server> begun) {
        try {
            begun.complete(Server.open(settings));
        } catch (RuntimeException | Error e) {
            begun.completeExceptionally(e);
        }
    }
}
