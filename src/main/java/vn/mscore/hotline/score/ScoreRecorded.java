package vn.mscore.hotline.score;

import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.UnitCode;

/**
 * Fact: a mark was given or replaced. Tells nothing of the marker.
 *
 * @param listed whether it is among the {@link LowScores} that wait for somebody to look, or was before it was replaced
 */
public record ScoreRecorded(
        DossierCode dossier, UnitCode unit, int points, boolean inProgress, boolean replaced, boolean listed) {}
