import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { ServiceBook, ShelvedService } from '../../../../domain';
import { ListRow, RowWords } from '../../parts/ListRow';
import { useWords } from '../../words';
import { approverName, promised } from './promise';
import { RowButtons, type RowDeeds } from './RowButtons';

interface Props {
  readonly service: ShelvedService;
  readonly book: ServiceBook;
  readonly deeds: RowDeeds | undefined;
}

export const STANDING_COLOURS = { on: ['success100', 'success700'], off: ['neutral150', 'neutral700'] } as const;

/** One service: what it is called, who does it, what it promises and asks, and what can be done with it. */
export function ServiceItem({ service, book, deeds }: Props) {
  const speech = useWords();
  const { t, w } = speech;
  const { id, code, name, isActive, kind, team, defaultPriority, approver, isConfidential, sla, fields } = service;
  const look = t(deeds ? 'accounts.edit' : 'services.look');
  return (
    <ListRow data-service={code}>
      <RowWords
        name={name}
        state={t(isActive ? 'services.on' : 'services.off')}
        colours={STANDING_COLOURS[isActive ? 'on' : 'off']}
        about={[code, w.kind[kind], team?.name ?? t('services.noTeam'), w.priority[defaultPriority]]}
      >
        <Typography tag="p" variant="pi" textColor="neutral600">
          {[
            promised(speech, book, sla),
            t('services.fieldCount', { count: fields }),
            approver && t('services.approvedBy', { name: approverName(speech, book, approver) }),
            isConfidential && t('services.secret'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      </RowWords>
      <Flex gap={2} wrap="wrap">
        <LinkButton tag={NavLink} to={String(id)} size="S" variant="tertiary" aria-label={`${look}: ${name}`}>
          {look}
        </LinkButton>
        {deeds && (
          <>
            <LinkButton
              tag={NavLink}
              to={`new?copy=${id}`}
              size="S"
              variant="tertiary"
              aria-label={`${t('services.copy')}: ${name}`}
            >
              {t('services.copy')}
            </LinkButton>
            <RowButtons row={`service-${id}`} name={name} isActive={isActive} deeds={deeds} />
          </>
        )}
      </Flex>
    </ListRow>
  );
}
