import { LinkButton } from '@strapi/design-system';
import { useState, type RefObject } from 'react';
import { Link } from 'react-router-dom';
import { fold, writtenReply, type TicketDetail } from '../../../../domain';
import { useDesk } from '../../api/Desk';
import { useClient } from '../../api/useClient';
import { useCatalog } from '../../live/useCatalog';
import { useLive } from '../../live/useLive';
import { macroWords } from '../../parts/macro-words';
import { replyFacts } from '../../parts/reply-facts';
import { useWords } from '../../words';
import { InsertDialog, type Insertion } from './InsertDialog';

export interface PickerProps {
  readonly field: RefObject<HTMLElement>;
  /** Where people meet us; null until it is known. */
  readonly portal: string | null;
  readonly onInsert: (insertion: Insertion) => void;
  readonly onClose: () => void;
}

/** Ready replies, each as it would read for this ticket. */
export function ReplyPicker({ ticket, portal, ...rest }: PickerProps & { readonly ticket: TicketDetail }) {
  const speech = useWords();
  const { t, language } = speech;
  const { data: catalog } = useCatalog();
  const { me, may } = useDesk();
  const client = useClient();
  const [typed, setTyped] = useState('');
  const { data, refusal } = useLive('replies', (signal) => client.listReplies({}, { signal }), { every: 60_000 });
  const facts = replyFacts(ticket, { officer: me.actor.name, portal, language });
  const found = data
    ?.filter(({ name, body }) => fold(`${name} ${body}`).includes(fold(typed)))
    .map(({ id, name, body, ending, priority, team }) => {
      const [text, macro] = [writtenReply(body, facts), { ending, priority, team }];
      return { key: String(id), name, about: text, text, does: macroWords(speech, catalog, macro), macro };
    });
  return (
    <InsertDialog
      title={t('composer.replies')}
      label={t('replies.search')}
      typed={typed}
      onType={setTyped}
      found={found}
      refusal={refusal}
      none={t(data?.length === 0 ? 'replies.empty' : 'replies.none')}
      {...rest}
    >
      {may('reply:manage') && (
        <LinkButton tag={Link} to="/settings/ticketing/replies" variant="tertiary">
          {t('composer.keepReplies')}
        </LinkButton>
      )}
    </InsertDialog>
  );
}
