import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useWords } from '../words';
import { SurveyFacts } from './SurveyFacts';

const SURVEY_PERIOD = 'api::survey-period.survey-period';

/**
 * What the content manager hands to a panel beside its form, of all it hands. `document` is absent while a row is new.
 */
interface Shown {
  readonly model: string;
  readonly document?: { readonly id?: unknown };
}
type Panel = (shown: Shown) => { readonly title: string; readonly content: ReactNode } | null;
interface ContentManager {
  readonly addEditViewSidePanel: (panels: (before: readonly Panel[]) => readonly Panel[]) => void;
}

/** The link to hand out, which the server made, and what has come in so far. */
const SurveyPanel: Panel = ({ model, document }) => {
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

/** Puts the panel beside the form in which administrators make periods. */
export function addSurveyPanel(app: { readonly getPlugin: (id: string) => { readonly apis: unknown } }): void {
  (app.getPlugin('content-manager').apis as ContentManager).addEditViewSidePanel((before) => [...before, SurveyPanel]);
}
