import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, CrossCircle } from '@strapi/icons';
import { wordRefusal, type Condition, type Explanation, type Rule, type Status } from '../../../domain';
import { askedBy } from './guards';
import { useWords, type Speech } from '../words';

/** What is known of the ticket whose answers these are; where less is known, the sentence says less. */
export interface Circumstances {
  readonly status: Status;
  readonly approver?: string;
  readonly until?: string;
  /** What is missing, in one line. */
  readonly documents?: string;
}

/** Conditions of one line, as one reads them. */
export const wordWhen = ({ t, w }: Speech, when: readonly Condition[]): string =>
  when.length === 0 ? t('authority.always') : when.map((condition) => w.condition[condition]).join(t('authority.and'));
const wordRule = (speech: Speech, { role, when }: Rule): string => `${speech.w.role[role]}: ${wordWhen(speech, when)}`;

/** Why not, in a sentence: what the ticket still lacks, or the lines that would allow it. */
export function wordReason(speech: Speech, answer: Explanation, about: Circumstances): string {
  const { t, w, language } = speech;
  if (answer.allowed) return t('why.allowedBy', { rule: wordRule(speech, answer.rule) });
  if (answer.because === 'policy') {
    if (answer.confidential)
      return t('why.confidential', {
        rules:
          answer.missing.length > 0
            ? answer.missing.map((rule) => wordRule(speech, rule)).join(t('authority.or'))
            : t('why.nobody'),
      });
    return answer.missing.length === 0
      ? t('why.noRule')
      : t('why.policy', { rules: answer.missing.map((rule) => wordRule(speech, rule)).join(t('authority.or')) });
  }
  if (answer.code === 'answerStillAwaited' && about.status === 'WAITING_REQUESTER' && !about.until)
    return t('why.neverCloses');
  if (answer.code !== 'wrongStatus')
    return `${wordRefusal(language, answer.code, { approver: about.approver, documents: about.documents })}${answer.code === 'answerStillAwaited' && about.until ? ` ${t('why.until', { when: about.until })}` : ''}`;
  if (!answer.from.includes(about.status))
    return t('why.status', {
      status: w.status[about.status],
      from: answer.from.map((status) => w.status[status]).join(', '),
    });
  const asked = askedBy(answer.action);
  return t('why.guard', { asked: asked.map((key) => t(key)).join(t('authority.and')) });
}

interface Props {
  readonly answers: readonly Explanation[];
  readonly about: Circumstances;
}

/** One answer per action: may it be done, and by which rule, or why not. */
export function Reasons({ answers, about }: Props) {
  const speech = useWords();
  const { t, w } = speech;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {answers.map((answer) => {
        const Icon = answer.allowed ? CheckCircle : CrossCircle;
        return (
          <Flex
            key={answer.action}
            tag="li"
            gap={2}
            alignItems="flex-start"
            data-answer={answer.action}
            data-allowed={answer.allowed}
            style={{ minWidth: 0 }}
          >
            <Box paddingTop="2px" style={{ flex: 'none' }}>
              <Icon width="14" height="14" fill={answer.allowed ? 'success700' : 'neutral600'} aria-hidden />
            </Box>
            <div style={{ minWidth: 0 }}>
              <Typography variant="omega" fontWeight="semiBold" tag="p">
                {w.action[answer.action]}{' '}
                <Typography variant="pi" textColor={answer.allowed ? 'success700' : 'neutral600'}>
                  {t(answer.allowed ? 'why.may' : 'why.mayNot')}
                </Typography>
              </Typography>
              <Typography variant="pi" textColor="neutral700" tag="p" style={{ overflowWrap: 'anywhere' }}>
                {wordReason(speech, answer, about)}
              </Typography>
            </div>
          </Flex>
        );
      })}
    </Flex>
  );
}
