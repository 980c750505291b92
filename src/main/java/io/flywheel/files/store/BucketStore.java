package io.flywheel.files.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Files in a bucket. A file is sent when it is whole and its length and key are known, so nothing half-sent is ever
 * seen and no unfinished parts stay behind; one request takes up to 5 GB, which is the most an object may allow.
 */
public final class BucketStore implements ContentStore {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final S3Client client;
    private final String bucket;

    /** @param url of the server, without the bucket: paths name it, which every compatible server understands */
    public BucketStore(String url, String bucket, String region, String key, String secret) {
        this.bucket = bucket;
        this.client = S3Client.builder()
                .endpointOverride(URI.create(url))
                .forcePathStyle(true)
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                // Compatible servers do not all know the newer checksums; the key is the content's own.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    @Override
    public void keep(String key, Path file) throws IOException {
        if (!has(key)) {
            reaching(() -> client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromFile(file)));
        }
    }

    @Override
    public boolean has(String key) throws IOException {
        return reaching(() -> {
            try {
                client.headObject(head -> head.bucket(bucket).key(key));
                return true;
            } catch (NoSuchKeyException absent) {
                return false;
            }
        });
    }

    @Override
    public InputStream read(String key, long from, long length) throws IOException {
        String range = "bytes=" + from + "-" + (from + length - 1);
        try {
            return reaching(
                    () -> client.getObject(get -> get.bucket(bucket).key(key).range(range)));
        } catch (StoreAway away) {
            if (away.getCause() instanceof NoSuchKeyException) {
                throw new NoSuchFileException(key);
            }
            throw away;
        }
    }

    @Override
    public void drop(String key) throws IOException {
        reaching(() -> client.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    @Override
    public void close() {
        client.close();
    }

    @FunctionalInterface
    private interface Reaching<T> {
        T ask();
    }

    private static <T> T reaching(Reaching<T> asked) throws StoreAway {
        try {
            return asked.ask();
        } catch (SdkException away) {
            throw new StoreAway(away);
        }
    }
}
