package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.time.LocalTime;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitName;

/** Fact: an appointment for a khiếu nại was made. */
public record PetitionBooked(TicketNumber ticket, PhoneNumber phone, UnitName place, LocalDate on, LocalTime at) {}
