package vn.mscore.hotline.unit;

/** What an office is; before July 2025 Vietnam had districts, since then two tiers (Law on local government 2025). */
public enum UnitKind {
    /** Tỉnh. */
    PROVINCE,
    /** Hội đồng nhân dân and what serves it. */
    COUNCIL,
    /** Ủy ban nhân dân of a level without a kind of its own, văn phòng. */
    OFFICE,
    /** Sở, ban, thanh tra of a province. */
    DEPARTMENT,
    /** Huyện, thị xã, thành phố of a province; none since 1 July 2025. */
    DISTRICT,
    /** Xã, also thị trấn of before. */
    COMMUNE,
    /** Phường. */
    WARD,
    /** Đặc khu. */
    SPECIAL_ZONE,
    /** Phòng. */
    DIVISION,
    /** Bộ phận tiếp nhận và trả kết quả, since 2025 trung tâm phục vụ hành chính công. */
    ONE_STOP,
    /** Ngành dọc: police, tax, social insurance. */
    VERTICAL
}
