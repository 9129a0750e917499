import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import type { Refusal } from '../../../domain';
import { toRefusal } from '../api/useClient';
import { Notice } from '../parts/Notice';
import { Panel } from '../parts/Panel';
import { useWords } from '../words';

interface Line {
  readonly line: number;
  readonly fault: string | null;
}
interface Props<L extends Line> {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  /** Longest list that is read, in characters. */
  readonly most: number;
  readonly send: (csv: string, isTrial: boolean) => Promise<{ readonly lines: readonly L[]; readonly added: number }>;
  readonly isSound: (lines: readonly L[]) => boolean;
  /** What a line is, or what is wrong with it, in words. */
  readonly word: (line: L, isBad: boolean) => string;
  readonly onImported: () => void;
}
const isBad = ({ fault }: Line): boolean => fault !== null && fault !== 'known';

/** A list from a file or from the clipboard: tried first, line by line, then taken over whole. */
export function ListImport<L extends Line>({ title, label, hint, most, send, isSound, word, onImported }: Props<L>) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const picker = useRef<HTMLInputElement>(null);
  const [csv, setCsv] = useState('');
  const [lines, setLines] = useState<readonly L[] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const write = (text: string) => {
    setCsv(text);
    setLines(null);
    setRefusal(null);
  };
  const submit = async (isTrial: boolean) => {
    setBusy(true);
    setRefusal(null);
    try {
      const answer = await send(csv, isTrial);
      setLines(answer.lines);
      if (!isTrial) {
        toggleNotification({ type: 'success', message: t('list.imported', { count: answer.added }) });
        write('');
        onImported();
      }
    } catch (error) {
      setRefusal(toRefusal(error));
    }
    setBusy(false);
  };
  const fresh = lines?.filter(({ fault }) => fault === null).length ?? 0;
  const bad = lines?.filter(isBad).length ?? 0;
  return (
    <Panel title={title}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {refusal && <Notice kind="alarm">{refusal.message}</Notice>}
        <Field.Root name="csv" hint={hint}>
          <Field.Label>{label}</Field.Label>
          <Textarea
            value={csv}
            rows={6}
            maxLength={most}
            onChange={(event: { target: { value: string } }) => write(event.target.value)}
          />
          <Field.Hint />
        </Field.Root>
        <Flex gap={3} wrap="wrap">
          <input
            ref={picker}
            type="file"
            hidden
            accept=".csv,text/csv,text/plain"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void file.text().then((text) => write(text.slice(0, most)));
              event.target.value = '';
            }}
          />
          <Button variant="tertiary" startIcon={<Upload />} onClick={() => picker.current?.click()}>
            {t('list.file')}
          </Button>
          <Button variant="secondary" loading={isBusy} disabled={csv.trim() === ''} onClick={() => void submit(true)}>
            {t('list.try')}
          </Button>
          {lines && isSound(lines) && (
            <Button loading={isBusy} onClick={() => void submit(false)}>
              {t('list.take', { count: fresh })}
            </Button>
          )}
        </Flex>
        {lines && (
          <div role="status">
            <Typography tag="p" variant="omega" fontWeight="semiBold" paddingBottom={2}>
              {t('list.tried', { fresh, bad, known: lines.length - fresh - bad })}
            </Typography>
            <ul>
              {lines.map((line) => (
                <li key={line.line} data-line={line.line} data-fault={line.fault ?? ''}>
                  <Typography variant="omega" textColor={isBad(line) ? 'danger700' : 'neutral800'}>
                    {t('list.line', { line: line.line })} {word(line, isBad(line))}
                    {line.fault === 'known' ? ` – ${t('list.known')}` : ''}
                  </Typography>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Flex>
    </Panel>
  );
}
