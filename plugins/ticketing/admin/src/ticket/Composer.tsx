import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Book, Clock, Lock, Message, PaperPlane } from '@strapi/icons';
import { useIsDesktop } from '@strapi/strapi/admin';
import { useRef, useState, type FormEvent } from 'react';
import { styled } from 'styled-components';
import { isMacro, LIMITS, macroSteps, MOST_MENTIONS, type Macro, type TicketDetail } from '../../../domain';
import { useDesk } from '../api/Desk';
import { useClient } from '../api/useClient';
import { useDraft } from '../live/useDraft';
import { useLive } from '../live/useLive';
import { LeaveWarning } from '../parts/LeaveWarning';
import { Notice } from '../parts/Notice';
import { useWords } from '../words';
import { FilesToSend } from './composer/FilesToSend';
import { GuidePicker } from './composer/GuidePicker';
import type { Insertion } from './composer/InsertDialog';
import { MacroPlan } from './composer/MacroPlan';
import { MessageField } from './composer/MessageField';
import { ReplyPicker } from './composer/ReplyPicker';
import { useColleagues } from './composer/useColleagues';
import { useSending, type Said } from './composer/useSending';
import { useTakeBack } from './composer/useTakeBack';
import { ModeChoice, type Mode } from './ModeChoice';

/** Each mode keeps its own draft: what was meant for colleagues never turns into a reply by a click. */
const EMPTY: Readonly<Record<Mode, string>> = { public: '', internal: '' };
const NO_FILES: Readonly<Record<Mode, readonly File[]>> = { public: [], internal: [] };
const HOUR_MS = 3_600_000;

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

/** A piece put where the cursor stands, on a line of its own. */
function withPiece(text: string, at: number, piece: string): string {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  return `${before}${before && !before.endsWith('\n') ? '\n' : ''}${piece}${after && !after.startsWith('\n') ? '\n' : ''}${after}`;
}

/** Where an officer answers the requester, or leaves a note for colleagues. */
export function Composer({ ticket, onSent }: Props) {
  const { number, may, isConfidential } = ticket;
  const { t } = useWords();
  const { me, may: mayEver } = useDesk();
  const client = useClient();
  const hasKeyboard = useIsDesktop();
  const field = useRef<HTMLTextAreaElement>(null);
  const office = useLive('office', (signal) => client.getOffice({}, { signal }), { every: HOUR_MS });
  const modes = (
    [
      ['public', may.comment],
      ['internal', may.commentInternally],
    ] as const
  )
    .filter(([, isAllowed]) => isAllowed)
    .map(([mode]) => mode);
  const [chosen, setChosen] = useState<Mode>('public');
  const [picking, setPicking] = useState<'reply' | 'guide' | null>(null);
  const [files, chooseFiles] = useState(NO_FILES);
  const [drafts, change] = useDraft(`${me.actor.id}.${number}.comment`, EMPTY);
  const { send, sendAndWait, sendWith, takeBack, busy, refusal, issue } = useSending(ticket, onSent);
  const [macro, setMacro] = useState<Macro | null>(null);
  const [undoable, offerBack] = useTakeBack();
  const mode = modes.includes(chosen) ? chosen : modes[0];
  const colleagues = useColleagues(number, mode ?? 'internal', mode ? drafts[mode] : '');
  if (!mode) return null;
  const body = drafts[mode].trim();
  const steps = macro && mode === 'public' ? macroSteps(macro, ticket) : null;
  const mentions = colleagues.named.map(({ id }) => id);
  const maySend = body !== '' && busy === null && !colleagues.isAwaited && mentions.length <= MOST_MENTIONS;
  const isReady = maySend && (steps?.every(({ isOffered }) => isOffered) ?? true);

  const leave = async (way: (said: Said) => Promise<boolean>) => {
    if (!maySend || !(await way({ body, mentions, files: files[mode] }))) return;
    change({ [mode]: '' });
    chooseFiles((before) => ({ ...before, [mode]: [] }));
  };
  const submit = () => {
    if (!isReady) return;
    if (!steps) return void leave((said) => send(mode, said));
    void leave(async (said) => {
      const isSent = await sendWith(steps, said);
      if (isSent) {
        setMacro(null);
        offerBack(steps);
      }
      return isSent;
    });
  };
  const insert = ({ text: piece, macro: more }: Insertion) => {
    const text = drafts[mode];
    if (more && isMacro(more)) setMacro(more);
    change({ [mode]: withPiece(text, field.current?.selectionEnd ?? text.length, piece).slice(0, LIMITS.comment) });
  };
  const picker = {
    field,
    portal: office.data?.portal ?? null,
    onInsert: insert,
    onClose: () => setPicking(null),
  };

  // Beside the form, not in it: what is sent in a dialog would send the message.
  return (
    <>
      <Box
        tag="form"
        paddingTop={5}
        aria-label={t('composer.title')}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          submit();
        }}
      >
        <Frame data-mode={mode}>
          <ModeChoice
            name="composer-mode"
            label={t('composer.mode')}
            words={{ public: t('composer.public'), internal: t('composer.internal') }}
            modes={modes}
            mode={mode}
            onChange={setChosen}
          />
          <MessageField
            field={field}
            label={t(`composer.${mode}Label`)}
            hint={t(isConfidential && mode === 'public' ? 'composer.confidentialHint' : `composer.${mode}Hint`)}
            issue={issue}
            value={drafts[mode]}
            colleagues={colleagues}
            onChange={(text) => change({ [mode]: text })}
            onSubmit={submit}
          />
          {mode === 'public' && (
            <Flex gap={2} wrap="wrap" paddingTop={3}>
              {mayEver('reply:read') && (
                <Button size="S" variant="tertiary" startIcon={<Message />} onClick={() => setPicking('reply')}>
                  {t('composer.replies')}
                </Button>
              )}
              <Button size="S" variant="tertiary" startIcon={<Book />} onClick={() => setPicking('guide')}>
                {t('composer.guide')}
              </Button>
            </Flex>
          )}
          {(mode === 'internal' ? may.attachInternally : may.attach) && (
            <FilesToSend
              files={files[mode]}
              isInternal={mode === 'internal'}
              isConfidential={isConfidential}
              isBusy={busy !== null}
              onChange={(chosenFiles) => chooseFiles({ ...files, [mode]: chosenFiles })}
            />
          )}
          {steps && <MacroPlan steps={steps} ticket={ticket} onDrop={() => setMacro(null)} />}
          {refusal && (
            <Box paddingTop={3}>
              <Notice kind="alarm">{refusal.message}</Notice>
            </Box>
          )}
          <Flex justifyContent="space-between" gap={3} paddingTop={3} wrap="wrap">
            <Typography variant="pi" textColor="neutral600">
              {hasKeyboard && t('composer.keys')}
            </Typography>
            <Flex gap={2} wrap="wrap">
              {mode === 'public' && sendAndWait && !steps && (
                <Button
                  variant="secondary"
                  startIcon={<Clock />}
                  loading={busy === 'wait'}
                  disabled={!maySend}
                  onClick={() => void leave(sendAndWait)}
                >
                  {t('composer.sendAndWait')}
                </Button>
              )}
              <Button
                type="submit"
                variant={mode === 'internal' ? 'secondary' : 'default'}
                startIcon={mode === 'internal' ? <Lock /> : <PaperPlane />}
                loading={busy === 'send' || busy === 'macro'}
                disabled={!isReady}
              >
                {t(steps ? 'macro.send' : `composer.${mode}Send`)}
              </Button>
            </Flex>
          </Flex>
        </Frame>
      </Box>
      {undoable.length > 0 && (
        <Box paddingTop={3}>
          <Notice
            kind="remark"
            action={{ label: t('macro.undo'), run: () => void takeBack(undoable).then((is) => is && offerBack([])) }}
          >
            {t('macro.undoable')}
          </Notice>
        </Box>
      )}
      <LeaveWarning files={files.public.length + files.internal.length} />
      {picking === 'reply' && <ReplyPicker ticket={ticket} {...picker} />}
      {picking === 'guide' && <GuidePicker service={ticket.category.code} {...picker} />}
    </>
  );
}
