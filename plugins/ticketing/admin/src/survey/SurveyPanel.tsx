import { Typography } from '@strapi/design-system';
import type { SidePanel } from '../side-panel';
import { useWords } from '../words';
import { SurveyFacts } from './SurveyFacts';

const SURVEY_PERIOD = 'api::survey-period.survey-period';

/** Beside the form in which administrators make periods: the link to hand out, and what has come in so far. */
export const SurveyPanel: SidePanel = ({ model, document }) => {
  const { t } = useWords();
  if (model !== SURVEY_PERIOD) return null;
  const id = Number(document?.id);
  return {
    title: t('survey.title'),
    content: Number.isInteger(id) ? (
      <SurveyFacts id={id} />
    ) : (
      <Typography variant="pi" textColor="neutral600">
        {t('survey.saveFirst')}
      </Typography>
    ),
  };
};
