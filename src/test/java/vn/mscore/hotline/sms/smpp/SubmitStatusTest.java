package vn.mscore.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;

/** Every command_status of SMPP 3.4 table 5-2, and some that it does not have. */
class SubmitStatusTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ' ', textBlock = """
                    01 RINVMSGLEN FOR_GOOD
                    02 RINVCMDLEN LATER
                    03 RINVCMDID OURS
                    04 RINVBNDSTS LATER
                    05 RALYBND LATER
                    06 RINVPRTFLG OURS
                    07 RINVREGDLVFLG OURS
                    08 RSYSERR LATER
                    0A RINVSRCADR OURS
                    0B RINVDSTADR FOR_GOOD
                    0C RINVMSGID LATER
                    0D RBINDFAIL OURS
                    0E RINVPASWD OURS
                    0F RINVSYSID OURS
                    11 RCANCELFAIL LATER
                    13 RREPLACEFAIL LATER
                    14 RMSGQFUL PACE
                    15 RINVSERTYP OURS
                    33 RINVNUMDESTS LATER
                    34 RINVDLNAME LATER
                    40 RINVDESTFLAG LATER
                    42 RINVSUBREP LATER
                    43 RINVESMCLASS OURS
                    44 RCNTSUBDL LATER
                    45 RSUBMITFAIL LATER
                    48 RINVSRCTON OURS
                    49 RINVSRCNPI OURS
                    50 RINVDSTTON FOR_GOOD
                    51 RINVDSTNPI FOR_GOOD
                    53 RINVSYSTYP OURS
                    54 RINVREPFLAG OURS
                    55 RINVNUMMSGS LATER
                    58 RTHROTTLED PACE
                    61 RINVSCHED OURS
                    62 RINVEXPIRY OURS
                    63 RINVDFTMSGID OURS
                    64 RX_T_APPN LATER
                    65 RX_P_APPN FOR_GOOD
                    66 RX_R_APPN FOR_GOOD
                    67 RQUERYFAIL LATER
                    C0 RINVOPTPARSTREAM OURS
                    C1 ROPTPARNOTALLWD OURS
                    C2 RINVPARLEN OURS
                    C3 RMISSINGOPTPARAM OURS
                    C4 RINVOPTPARAMVAL OURS
                    FE RDELIVERYFAILURE LATER
                    FF RUNKNOWNERR LATER
                    10 reserved LATER
                    400 of-the-vendor LATER
                    FFFFFFFF none LATER
                    """)
    void statusesAreToldApart(String code, String name, String column) {
        SubmitStatus meaning = SubmitStatus.of(Integer.parseUnsignedInt(code, 16));
        assertThat(meaning).as(name).hasToString(column.strip());
        assertThat(meaning.result()).isEqualTo(meaning == SubmitStatus.FOR_GOOD ? Result.REFUSED : Result.RETRY);
    }
}
