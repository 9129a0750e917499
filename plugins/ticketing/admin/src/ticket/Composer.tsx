import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { Lock, PaperPlane } from '@strapi/icons';
import { useIsDesktop, useNotification } from '@strapi/strapi/admin';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { styled } from 'styled-components';
import { LIMITS, type TicketDetail } from '../../../domain';
import { useDesk } from '../api/Desk';
import { useRefusal } from '../api/issues';
import { toRefusal, useClient } from '../api/useClient';
import { useKey } from '../api/useKey';
import { useDraft } from '../live/useDraft';
import { Notice } from '../parts/Notice';
import { useWords } from '../words';
import { ModeChoice, type Mode } from './ModeChoice';

/** Each mode keeps its own draft: what was meant for colleagues never turns into a reply by a click. */
const EMPTY: Readonly<Record<Mode, string>> = { public: '', internal: '' };

const Frame = styled(Box)`
  border: 1px solid ${({ theme }) => theme.colors.primary500};
  border-radius: ${({ theme }) => theme.borderRadius};
  padding: ${({ theme }) => theme.spaces[4]};
  &[data-mode='internal'] {
    border: 2px dashed ${({ theme }) => theme.colors.warning500};
    background: ${({ theme }) => theme.colors.warning100};
  }
`;
interface Props {
  readonly ticket: TicketDetail;
  readonly onSent: (ticket: TicketDetail) => void;
}

/** Where an officer answers the requester, or leaves a note for colleagues. */
export function Composer({ ticket: { number, may, isConfidential }, onSent }: Props) {
  const { t, language } = useWords();
  const { me } = useDesk();
  const client = useClient();
  const { keyFor, spend } = useKey();
  const hasKeyboard = useIsDesktop();
  const { toggleNotification } = useNotification();
  const modes = (
    [
      ['public', may.comment],
      ['internal', may.commentInternally],
    ] as const
  )
    .filter(([, isAllowed]) => isAllowed)
    .map(([mode]) => mode);
  const [chosen, setChosen] = useState<Mode>('public');
  const [drafts, change] = useDraft(`${me.actor.id}.${number}.comment`, EMPTY);
  const { refusal, issues, refuse } = useRefusal(language);
  const [isBusy, setBusy] = useState(false);
  const mode = modes.includes(chosen) ? chosen : modes[0];
  if (!mode) return null;
  const body = drafts[mode].trim();

  const send = async () => {
    if (!body || isBusy) return;
    setBusy(true);
    refuse(null);
    try {
      const request = { number, body, internal: mode === 'internal' };
      const fresh = await client.commentOnTicket(request, { idempotencyKey: keyFor(request) });
      spend();
      change({ [mode]: '' });
      toggleNotification({ type: 'success', message: t(mode === 'internal' ? 'composer.noted' : 'composer.sent') });
      onSent(fresh);
    } catch (error) {
      refuse(toRefusal(error));
    } finally {
      setBusy(false);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
  };

  return (
    <Box
      tag="form"
      paddingTop={5}
      aria-label={t('composer.title')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <Frame data-mode={mode}>
        <ModeChoice modes={modes} mode={mode} onChange={setChosen} />
        <Field.Root
          name="body"
          error={issues['body']}
          hint={t(isConfidential && mode === 'public' ? 'composer.confidentialHint' : `composer.${mode}Hint`)}
        >
          <Field.Label>{t(`composer.${mode}Label`)}</Field.Label>
          <Textarea
            value={drafts[mode]}
            rows={4}
            maxLength={LIMITS.comment}
            resizable
            onKeyDown={onKey}
            onChange={(event: { target: { value: string } }) => change({ [mode]: event.target.value })}
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
        {refusal && (
          <Box paddingTop={3}>
            <Notice kind="alarm">{refusal.message}</Notice>
          </Box>
        )}
        <Flex justifyContent="space-between" gap={3} paddingTop={3} wrap="wrap">
          <Typography variant="pi" textColor="neutral600">
            {hasKeyboard && t('composer.keys')}
          </Typography>
          <Button
            type="submit"
            variant={mode === 'internal' ? 'secondary' : 'default'}
            startIcon={mode === 'internal' ? <Lock /> : <PaperPlane />}
            loading={isBusy}
            disabled={!body}
          >
            {t(`composer.${mode}Send`)}
          </Button>
        </Flex>
      </Frame>
    </Box>
  );
}
