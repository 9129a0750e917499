import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Textarea,
  Typography,
} from '@strapi/design-system';
import { useState } from 'react';
import {
  LANGUAGES,
  nameOfKind,
  NOTICE_KINDS,
  wordIssue,
  type Language,
  type LetterTemplate,
  type NoticeKind,
  type Refusal,
} from '../../../../domain';
import type { LetterPreview, LetterWordings } from '../../../../domain/contract';
import { toRefusal, useClient } from '../../api/useClient';
import { useLive, type Live } from '../../live/useLive';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { useWords } from '../../words';
import { Loaded } from '../../parts/Loaded';
import { SettingsPage } from '../SettingsPage';

interface Props {
  readonly kind: NoticeKind;
  readonly language: Language;
  readonly kept: LetterWordings;
  readonly live: Live<LetterWordings>;
}

/** One letter in one language: its words, how it would look, and the way back to what it said when it came. */
function Editor({ kind, language, kept, live }: Props) {
  const speech = useWords();
  const { t } = speech;
  const client = useClient();
  const wording = kept.letters.find((each) => each.kind === kind && each.language === language);
  const [typed, setTyped] = useState<LetterTemplate>(wording?.template ?? { subject: '', body: '' });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [preview, setPreview] = useState<LetterPreview | null>(null);
  const [isBusy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    await work().catch((error: unknown) => setRefusal(toRefusal(error)));
    setBusy(false);
  };
  const save = (template: LetterTemplate | null) =>
    attempt(async () => {
      const saved = await client.saveLetterWording({ version: kept.version, kind, language, template });
      live.replace(saved);
      const now = saved.letters.find((each) => each.kind === kind && each.language === language);
      if (now) setTyped(now.template);
    });
  const issueOf = (field: string) => {
    const issue = refusal?.details.issues?.find((each) => each.field === field);
    return issue && wordIssue(speech.language, issue, { subject: t('wordings.subject'), body: t('wordings.body') });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
      <Typography textColor="neutral600">
        {t('wordings.variables', { names: kept.variables.map((name) => `{${name}}`).join(' ') })}
      </Typography>
      <Field.Root name="subject" error={issueOf('subject')}>
        <Field.Label>{t('wordings.subject')}</Field.Label>
        <TextInput value={typed.subject} onChange={(event) => setTyped({ ...typed, subject: event.target.value })} />
        <Field.Error />
      </Field.Root>
      <Field.Root name="body" error={issueOf('body')}>
        <Field.Label>{t('wordings.body')}</Field.Label>
        <Textarea value={typed.body} onChange={(event) => setTyped({ ...typed, body: event.target.value })} />
        <Field.Error />
      </Field.Root>
      <Flex gap={3} wrap="wrap">
        <Button loading={isBusy} onClick={() => void save(typed)}>
          {t('settings.save')}
        </Button>
        <Button
          variant="secondary"
          loading={isBusy}
          onClick={() =>
            void attempt(async () => setPreview(await client.previewLetter({ kind, language, template: typed })))
          }
        >
          {t('wordings.preview')}
        </Button>
        {wording?.isChanged && (
          <Button variant="tertiary" loading={isBusy} onClick={() => void save(null)}>
            {t('wordings.back')}
          </Button>
        )}
      </Flex>
      {preview && (
        <Box>
          <Typography tag="p" fontWeight="semiBold" paddingBottom={2}>
            {preview.subject}
          </Typography>
          <iframe
            title={t('wordings.preview')}
            srcDoc={preview.html}
            sandbox=""
            style={{ width: '100%', height: '56rem', border: '1px solid #dcdce4', borderRadius: 4, background: '#fff' }}
          />
        </Box>
      )}
    </Flex>
  );
}

function Room() {
  const speech = useWords();
  const { t } = speech;
  const client = useClient();
  const live = useLive('wordings', (signal) => client.listLetterWordings({}, { signal }), { every: 60_000 });
  const [kind, setKind] = useState<NoticeKind>('created');
  const [language, setLanguage] = useState<Language>('id');
  return (
    <Loaded live={live}>
      {(kept) => (
        <Panel
          title={nameOfKind(speech.language, kind)}
          aside={
            <Flex gap={3} wrap="wrap">
              <SingleSelect
                aria-label={t('wordings.kind')}
                value={kind}
                onChange={(value) => setKind(String(value) as NoticeKind)}
              >
                {NOTICE_KINDS.map((each) => (
                  <SingleSelectOption key={each} value={each}>
                    {nameOfKind(speech.language, each)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
              <SingleSelect
                aria-label={t('wordings.language')}
                value={language}
                onChange={(value) => setLanguage(String(value) as Language)}
              >
                {LANGUAGES.map((each) => (
                  <SingleSelectOption key={each} value={each}>
                    {t(`wordings.language.${each}`)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Flex>
          }
        >
          <Editor key={`${kind}.${language}`} kind={kind} language={language} kept={kept} live={live} />
        </Panel>
      )}
    </Loaded>
  );
}

/** Isi surat: what letters about tickets say, in both languages. */
export default function WordingsPage() {
  return (
    <SettingsPage title="wordings.title" lead="wordings.lead" openTo="settings:manage">
      <Room />
    </SettingsPage>
  );
}
