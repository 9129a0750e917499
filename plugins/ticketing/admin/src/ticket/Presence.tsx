import { Flex, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { useDesk } from '../api/Desk';
import { useClient } from '../api/useClient';
import { useLive } from '../live/useLive';
import { useWords } from '../words';

const EVERY_MS = 20_000;

function Others({ number }: { readonly number: string }) {
  const { t, language } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const { data } = useLive(
    `presence.${me.actor.id}.${number}`,
    (signal) => client.lookAtTicket({ number }, { signal }),
    { every: EVERY_MS },
  );
  const names = new Intl.ListFormat(language).format((data ?? []).map(({ name }) => name));
  return (
    <div role="status" data-presence>
      {names && (
        <Flex gap={2} paddingBottom={2}>
          <Eye width="16" height="16" fill="neutral600" aria-hidden />
          <Typography variant="omega" textColor="neutral700">
            {t('ticket.present', { names })}
          </Typography>
        </Flex>
      )}
    </div>
  );
}

/** Which colleagues have this ticket open too, so that two do not answer at once. */
export function Presence({ number }: { readonly number: string }) {
  const { may } = useDesk();
  return may('ticket:readInternal') ? <Others number={number} /> : null;
}
