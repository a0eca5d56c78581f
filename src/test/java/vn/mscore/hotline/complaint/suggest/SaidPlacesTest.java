package vn.mscore.hotline.complaint.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.complaint.triage.Authorities;
import vn.mscore.hotline.complaint.triage.ComplaintTables;
import vn.mscore.hotline.shared.UnitCode;

class SaidPlacesTest {
    private static final SaidPlaces PLACES = new SaidPlaces(
            Map.ofEntries(
                    place("GIOLINH", "Xã Gio Linh"),
                    place("CAMLO", "Xã Cam Lộ"),
                    place("CUAVIET", "Xã Cửa Việt"),
                    place("X-CVIET", "Thị trấn Cửa Việt"),
                    place("NAMCUAVIET", "Xã Nam Cửa Việt"),
                    place("LIA", "Xã Lìa"),
                    place("X-LIA", "Xã Lìa (cũ)"),
                    place("X-TRIEUAN", "Xã Triệu An (cũ)"),
                    place("TRIEUPHONG", "Xã Triệu Phong"),
                    place("X-HOXA", "Thị trấn Hồ Xá"),
                    place("DONGHA", "Phường Đông Hà"),
                    place("NAMDONGHA", "Phường Nam Đông Hà"),
                    place("QUANGTRI", "Phường Quảng Trị"),
                    place("CONCO", "Đặc khu Cồn Cỏ"),
                    place("BARE", "Bến Quan")),
            new Authorities(new ComplaintTables(key -> Optional.empty())));

    private static Map.Entry<UnitCode, String> place(String code, String name) {
        return Map.entry(new UnitCode(code), name);
    }

    /** The codes named, and behind a stroke those that are perhaps; {@code authority} where nothing is looked for. */
    private static String said(List<String> texts) {
        return PLACES.in(texts)
                .map(said -> (codes(said.named()) + " | " + codes(said.perhaps())).strip())
                .orElse("authority");
    }

    private static String codes(Set<UnitCode> units) {
        return units.stream().map(UnitCode::value).sorted().collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
            kind without accents         ; duong hong o xa Gio Linh                         ; GIOLINH |
            kind with accents            ; Đường hỏng ở xã Gio Linh                         ; GIOLINH |
            capitals                     ; ĐƯỜNG HỎNG Ở XÃ GIO LINH                         ; GIOLINH |
            short kinds                  ; đường x. Gio Linh, rác P.Đông Hà                 ; DONGHA GIOLINH |
            road between communes        ; duong lien xa hong, xa Trieu An                  ; X-TRIEUAN |
            the same with accents        ; Đường liên xã hỏng ở xã Triệu An                 ; X-TRIEUAN |
            one name, two codes          ; đường hỏng ở xã Lìa                              ; LIA X-LIA |
            town of before 2025          ; rác ở thị trấn Cửa Việt                          ; X-CVIET |
            town whose name has the word ; rác ở thị trấn Hồ Xá                             ; X-HOXA |
            that town without accents    ; rac o thi tran Ho Xa                             ; X-HOXA |
            special zone                 ; rác ở đặc khu Cồn Cỏ                             ; CONCO |
            name within a longer one     ; duong hong o xa Nam Cua Viet                     ; NAMCUAVIET |
            ward within a longer one     ; rác ở phường Nam Đông Hà                         ; NAMDONGHA |
            said twice                   ; xã Gio Linh mất đường, Gio Linh khổ lắm          ; GIOLINH |
            address with its district    ; đường ở xã Triệu An, huyện Triệu Phong, tỉnh Quảng Trị ; X-TRIEUAN |
            address of a town            ; rac o thi tran Ho Xa, H. Trieu Phong             ; X-HOXA |
            far                          ; Nhà tôi ở xa Đông Hà, mặt đường hỏng             ; | DONGHA
            far from a commune           ; nhà tôi ở xa Gio Linh lắm                        ; | GIOLINH
            far away by coach            ; xe khách đi xa Đông Hà 20 km                     ; | DONGHA
            far without accents          ; nha toi cach xa Gio Linh 5 km                    ; | GIOLINH
            to part from                 ; phải xa lìa quê vì ô nhiễm                       ; | LIA X-LIA
            that without accents         ; phai xa lia que                                  ; | LIA X-LIA
            to go to a commune           ; đi xã Gio Linh đường hỏng                        ; GIOLINH |
            locality                     ; đường địa phương Quảng Trị hỏng                  ; | QUANGTRI
            locality without accents     ; duong dia phuong Quang Tri hong                  ; | QUANGTRI
            town of another level        ; rac o thi xa Gio Linh                            ; | GIOLINH
            that with accents            ; rác ở thị xã Gio Linh                            ; | GIOLINH
            kind of another one          ; rác ở xã Đông Hà                                 ; | DONGHA
            two letters of a centre      ; TT Quảng Trị chậm trả kết quả                    ; | QUANGTRI
            bare words                   ; duong hong, trieu an noi la se sua               ; | X-TRIEUAN
            name without a kind          ; rác ở xã Bến Quan                                ; |
            two with their kinds         ; duong tu xa Gio Linh den xa Trieu An             ; GIOLINH X-TRIEUAN |
            kind said once of two        ; đường hỏng ở xã Gio Linh và Cam Lộ               ; GIOLINH | CAMLO
            from one to another          ; tu xa Gio Linh den Cua Viet                      ; GIOLINH | CUAVIET X-CVIET
            to a district                ; đường từ xã Gio Linh đến huyện Cam Lộ            ; GIOLINH | CAMLO
            committee                    ; UBND xã Gio Linh lấn chiếm đất                   ; authority
            committee of the province    ; UBND Quảng Trị chậm xử lý                        ; authority
            authority of a locality      ; Chính quyền địa phương Quảng Trị không sửa đường ; authority
            chairman behind the place    ; duong hong o xa Gio Linh, chu tich khong lo      ; authority
            policeman                    ; danh bac o xa Gio Linh, cong an khong bat        ; authority
            keys of Telex                ; danh bac o xa Gio Linh, coong an khong bat       ; authority
            """)
    void communeShouldBeThatWhichIsNamedWithItsKindAndDoubtfulBesideOthers(String row, String text, String said) {
        assertThat(said(List.of(text))).as(row).isEqualTo(said);
        assertThat(said(List.of(Normalizer.normalize(text, Normalizer.Form.NFD))))
                .as(row + ", decomposed")
                .isEqualTo(said);
    }

    @Test
    void eachTextShouldBeReadByItsOwnAccentsAndPicturesAreNone() {
        assertThat(said(List.of("duong hong o xa Gio Linh", "hỏng nặng rồi"))).isEqualTo("GIOLINH |");
        assertThat(said(List.of("duong hong o xa", "Gio Linh"))).isEqualTo("| GIOLINH");
        assertThat(said(List.of("duong hong o xa Gio Linh \u2764\ufe0f"))).isEqualTo("GIOLINH |");
        assertThat(said(List.of("duong hong o xa Gio Linh", "cán bộ không nghe")))
                .isEqualTo("authority");
    }
}
