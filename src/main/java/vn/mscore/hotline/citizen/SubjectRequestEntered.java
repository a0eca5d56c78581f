package vn.mscore.hotline.citizen;

import vn.mscore.hotline.citizen.SubjectRequests.Opened;
import vn.mscore.hotline.shared.PhoneNumber;

/** Fact: somebody of the desk wrote down a request about the data of {@code phone}, whose owner is to hear of it. */
public record SubjectRequestEntered(PhoneNumber phone, Opened opened) {}
