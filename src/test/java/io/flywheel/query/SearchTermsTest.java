package io.flywheel.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.database.Sql;
import io.flywheel.database.TestDatabase;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTermsTest {
    private static boolean finds(String words, String... texts) {
        String question = SearchTerms.question(words);
        return question != null
                && TestDatabase.database()
                        .platform(connection -> Sql.of(
                                        "select ?::tsvector @@ ?::tsquery",
                                        SearchTerms.vector(Arrays.asList(texts)),
                                        question)
                                .first(connection, row -> row.getBoolean(1))
                                .orElseThrow());
    }

    @Test
    void findsAnyTwoNeighbouringCharacters() {
        String name = "北京华夏飞轮科技有限公司";
        for (int i = 0; i + 2 <= name.length(); i++) {
            assertThat(finds(name.substring(i, i + 2), name)).isTrue();
        }
        assertThat(finds("飞轮科技", name)).isTrue();
        assertThat(finds("司", name)).isTrue();
        assertThat(finds("轮飞", name)).isFalse();
        assertThat(finds("北华", name)).isFalse();
    }

    @Test
    void findsAPhoneByItsTailHoweverItIsWritten() {
        for (String phone : List.of("13812345678", "138-1234-5678", "138 1234 5678", "+86 138-1234-5678")) {
            assertThat(finds("5678", phone)).as(phone).isTrue();
            assertThat(finds("12345678", phone)).as(phone).isTrue();
            assertThat(finds("3812", phone)).as(phone).isFalse();
        }
    }

    @Test
    void findsWordsByTheirBeginningInAnyCaseAndWidth() {
        assertThat(finds("acme", "ＡＣＭＥ Holdings")).isTrue();
        assertThat(finds("Hold acme", "Acme Holdings")).isTrue();
        assertThat(finds("acme华夏", "Acme华夏集团")).isTrue();
        assertThat(finds("华夏 other", "Acme华夏集团")).isFalse();
        assertThat(finds("ab", "a b")).isFalse();
    }

    @Test
    void asksNothingOfSignsAloneAndEscapesNothingThrough() {
        assertThat(SearchTerms.question(" '&|!:*() \\ ")).isNull();
        assertThat(finds("O'Brien", "O'Brien & Söhne")).isTrue();
        assertThat(finds("x' | 'y", "y")).isFalse();
        assertThat(SearchTerms.vector(Arrays.asList("", null, "'"))).isEmpty();
        assertThat(finds("末", "长".repeat(30_000) + "末")).isFalse();
    }
}
