import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { undoKindOf, wordFacts } from '../../../../domain';
import type { AuditEntry } from '../../../../domain/contract';
import { useDesk } from '../../api/Desk';
import { toRefusal, useClient } from '../../api/useClient';
import { Moment } from '../../parts/Moment';
import { useWords } from '../../words';
import { Change } from './Change';
import { UndoDialog } from './UndoDialog';
import { eventName, subjectName, subjectTitle } from './words';

interface Props {
  readonly entry: AuditEntry;
  readonly onUndone: () => void;
}

/** One entry: what, to what, by whom and when, and what it was before; its chain is checked where somebody asks. */
export function AuditItem({ entry, onUndone }: Props) {
  const { t, w, language } = useWords();
  const { may } = useDesk();
  const client = useClient();
  const [isUndoing, setUndoing] = useState(false);
  const [verdict, setVerdict] = useState<string | null>(null);
  const { event, subject, actor, at, facts, changes } = entry;
  const check = async () => {
    try {
      const { entries, broken } = await client.checkChain({ type: subject.type, subject: subject.id });
      setVerdict(broken ? t('audit.broken', { id: broken.id }) : t('audit.intact', { entries }));
    } catch (error) {
      setVerdict(toRefusal(error).message);
    }
  };
  return (
    <Box tag="li" padding={4} borderColor="neutral150" style={{ borderWidth: '0 0 1px' }}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
        <Box style={{ minWidth: 0, flex: '1 1 30rem' }}>
          <Typography variant="omega" fontWeight="bold" tag="p" style={{ overflowWrap: 'anywhere' }}>
            {eventName(event, w, t)} · {subjectName(subject.type, t)} {subjectTitle(subject, t)}
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="p">
            <Moment at={at} /> · {actor.name}
            {actor.address && ` · ${actor.address}`}
          </Typography>
        </Box>
        <Flex gap={2} wrap="wrap">
          {undoKindOf(entry) && may('settings:manage') && (
            <Button type="button" size="S" variant="secondary" onClick={() => setUndoing(true)}>
              {t('audit.undo')}
            </Button>
          )}
          <Button type="button" size="S" variant="tertiary" onClick={() => void check()}>
            {t('audit.check')}
          </Button>
        </Flex>
      </Flex>
      {(changes.length > 0 || Object.keys(facts).length > 0) && (
        <Box tag="ul" paddingTop={2}>
          {Object.entries(wordFacts(language, facts)).map(([name, value]) => (
            <Typography key={name} variant="pi" tag="li" style={{ overflowWrap: 'anywhere' }}>
              <strong>{(w.fact as Readonly<Record<string, string>>)[name] ?? name}</strong>: {value}
            </Typography>
          ))}
          {changes.map((change) => (
            <Change key={change.name} change={change} />
          ))}
        </Box>
      )}
      <Typography variant="pi" tag="p" textColor="neutral700" aria-live="polite">
        {verdict}
      </Typography>
      {isUndoing && <UndoDialog entry={entry} onDone={onUndone} onClose={() => setUndoing(false)} />}
    </Box>
  );
}
