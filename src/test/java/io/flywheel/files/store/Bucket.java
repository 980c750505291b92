package io.flywheel.files.store;

import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/** A real server that speaks S3 and checks signatures, on a free port, with one bucket in memory. */
public final class Bucket implements AutoCloseable {
    public static final String SECRET = "a secret of many letters";
    private static final String NAME = "files";
    private static final String KEY = "a-key";

    private final S3Proxy server;

    public Bucket() throws Exception {
        TransientNio2BlobStore store = new TransientNio2BlobStore();
        store.createContainer(CreateBucketRequest.builder().bucket(NAME).build());
        server = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
                .build();
        server.start();
    }

    public ContentStore store(String secret) {
        return new BucketStore("http://127.0.0.1:" + server.getPort(), NAME, "us-east-1", KEY, secret);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception stuck) {
            throw new IllegalStateException(stuck);
        }
    }
}
