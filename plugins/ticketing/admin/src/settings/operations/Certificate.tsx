import { Typography } from '@strapi/design-system';
import type { Operations } from '../../../../domain/contract';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { timeTeller } from '../../time';
import { useWords } from '../../words';

/** Whether the system could be had back: what the last trial of a backup came to. */
export function Certificate({ certificate, isDaily }: Pick<Operations, 'certificate' | 'isDaily'>) {
  const { t, language } = useWords();
  const time = timeTeller(language);
  return (
    <Panel title={t('operations.certificate')}>
      {certificate === null ? (
        <Notice kind="remark">{t(isDaily ? 'operations.certificate.none' : 'operations.notDaily')}</Notice>
      ) : certificate.isGood ? (
        <Typography textColor="neutral800">
          {t('operations.certificate.good', {
            at: time.exact(certificate.at),
            minutes: String(Math.max(1, Math.ceil((certificate.seconds ?? 0) / 60))),
            rows: String(certificate.rows ?? 0),
            tickets: String(certificate.tickets ?? 0),
            file: certificate.file ?? '',
          })}
        </Typography>
      ) : (
        <Notice kind="alarm">
          {t('operations.certificate.bad', { at: time.exact(certificate.at), why: certificate.why ?? '' })}
        </Notice>
      )}
    </Panel>
  );
}
