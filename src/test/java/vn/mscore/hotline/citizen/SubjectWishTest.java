package vn.mscore.hotline.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text about one's own data asks for: nothing is erased for who only wants to know. */
class SubjectWishTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "XOADL,                              ERASURE",
        "xoa dl cua toi,                     ERASURE",
        "Xóa dữ liệu,                        ERASURE",
        "SOAN XOADL 0912345678,              ERASURE",
        "quyen xoá số của tôi,               ERASURE",
        "QUYEN,                              COPY",
        "QUYEN cho toi xem du lieu,          COPY",
        "DU LIEU cua toi o dau,              COPY",
        "quyen hoi ve cay xoan,              COPY",
        "QUYEN HOAXOA,                       COPY",
    })
    void textAsksFor(String text, SubjectWish wish) {
        assertThat(SubjectWish.of(text)).isEqualTo(wish);
    }
}
