import { Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { ServiceBook, ShelvedService } from '../../../../domain';
import { ListRow, RowWords } from '../../parts/ListRow';
import { useWords } from '../../words';
import { MoveButtons } from './MoveButtons';
import { approverName, promised } from './promise';

/** What can be done with a row; absent for those who only look. */
export interface RowDeeds {
  readonly isBusy: boolean;
  readonly onStanding: (isActive: boolean) => void;
  /** Absent while the list is narrowed: a place among some is none among all. */
  readonly onMove: ((by: -1 | 1) => Promise<void>) | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}
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
            <Button
              size="S"
              variant="tertiary"
              loading={deeds.isBusy}
              aria-label={`${t(isActive ? 'services.close' : 'services.open')}: ${name}`}
              onClick={() => deeds.onStanding(!isActive)}
            >
              {t(isActive ? 'services.close' : 'services.open')}
            </Button>
            {deeds.onMove && (
              <MoveButtons
                row={`service-${id}`}
                name={name}
                isFirst={deeds.isFirst}
                isLast={deeds.isLast}
                onMove={deeds.onMove}
              />
            )}
          </>
        )}
      </Flex>
    </ListRow>
  );
}
