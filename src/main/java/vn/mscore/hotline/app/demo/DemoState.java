package vn.mscore.hotline.app.demo;

import vn.mscore.hotline.dossier.DossierStatus;

/** How far a dossier of the demo has come. */
enum DemoState {
    REGISTERED(DossierStatus.REGISTERED),
    AT_COUNTER(DossierStatus.RECEIVED),
    APPRAISAL(DossierStatus.PROCESSING),
    SIGNING(DossierStatus.PROCESSING),
    /** Begun by a district that is no more. */
    INHERITED(DossierStatus.PROCESSING),
    SUPPLEMENT(DossierStatus.SUPPLEMENT_REQUIRED),
    PAYMENT(DossierStatus.PAYMENT_REQUIRED),
    READY(DossierStatus.RESULT_READY),
    RETURNED(DossierStatus.RETURNED),
    REJECTED(DossierStatus.REJECTED),
    WITHDRAWN(DossierStatus.WITHDRAWN),
    STOPPED(DossierStatus.STOPPED);

    private final DossierStatus status;

    DemoState(DossierStatus status) {
        this.status = status;
    }

    DossierStatus status() {
        return status;
    }
}
