package vn.mscore.hotline.score;

import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.UnitCode;

/** Fact: a mark was given or replaced. Tells nothing of the marker. */
public record ScoreRecorded(DossierCode dossier, UnitCode unit, int points, boolean inProgress, boolean replaced) {}
