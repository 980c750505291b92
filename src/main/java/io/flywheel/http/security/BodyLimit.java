package io.flywheel.http.security;

import io.flywheel.http.problem.ProblemAnswer;
import io.flywheel.kernel.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.GenericFilterBean;

/** Refuses a body over the limit: by its stated length before a byte is read, otherwise as soon as it is passed. */
final class BodyLimit extends GenericFilterBean {
    private static final long BYTES_PER_MEGABYTE = 1_000_000;
    private final Limits limits;
    private final ProblemAnswer problems;

    BodyLimit(Limits limits, ProblemAnswer problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        long limit = isJson(request) ? limits.body() : limits.upload();
        if (request.getContentLengthLong() > limit) {
            problems.send(request, (HttpServletResponse) answered, tooLarge(limit));
        } else if (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null) {
            chain.doFilter(new Counted(request, limit), answered);
        } else {
            chain.doFilter(request, answered);
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || type.contains("json") || type.contains("x-www-form-urlencoded");
    }

    private static Problem.TooLarge tooLarge(long limit) {
        return new Problem.TooLarge("http.too-large", Map.of("megabytes", limit / BYTES_PER_MEGABYTE));
    }

    /** A body of unstated length. */
    private static final class Counted extends HttpServletRequestWrapper {
        private final long limit;

        Counted(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), limit);
        }
    }

    private static final class CountedStream extends ServletInputStream {
        private final ServletInputStream inner;
        private final long limit;
        private long read;

        CountedStream(ServletInputStream inner, long limit) {
            this.inner = inner;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int one = inner.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = inner.read(into, offset, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int more) {
            read += more;
            if (read > limit) {
                throw tooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return inner.isFinished();
        }

        @Override
        public boolean isReady() {
            return inner.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            inner.setReadListener(listener);
        }
    }
}
