package vn.mscore.hotline.dossier;

/** The ten states a citizen is told of (National Public Service Portal wording). */
public enum DossierStatus {
    /** Mới đăng ký. */
    REGISTERED,
    /** Được tiếp nhận. */
    RECEIVED,
    /** Không được tiếp nhận. */
    REJECTED,
    /** Đang xử lý. */
    PROCESSING,
    /** Yêu cầu bổ sung giấy tờ. */
    SUPPLEMENT_REQUIRED,
    /** Yêu cầu thực hiện nghĩa vụ tài chính. */
    PAYMENT_REQUIRED,
    /** Công dân yêu cầu rút hồ sơ. */
    WITHDRAWN,
    /** Dừng xử lý. */
    STOPPED,
    /** Đã xử lý xong, có kết quả. */
    RESULT_READY,
    /** Đã trả kết quả. */
    RETURNED;

    /** Whether nothing more is owed to the citizen: no lateness is counted. */
    public boolean isFinal() {
        return this == REJECTED || this == WITHDRAWN || this == STOPPED || this == RESULT_READY || this == RETURNED;
    }
}
