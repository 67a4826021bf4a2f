package dev.hpasteward.cluster.survey;

import java.util.Optional;

/** The last survey in short. */
public interface SurveyFigures {

  /** Empty before the first one, and where another process leads. */
  Optional<Figures> latest();
}
