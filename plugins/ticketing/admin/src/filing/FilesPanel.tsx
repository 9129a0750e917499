import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Cross, Upload } from '@strapi/icons';
import { useRef } from 'react';
import { Panel } from '../parts/Panel';
import { readersKey } from '../parts/readers';
import { useWords } from '../words';
import type { ChosenFile, FilingForm } from './useFiling';

interface SlotProps {
  readonly form: FilingForm;
  /** The field of the service's form it answers; null for whatever else helps. */
  readonly field: string | null;
  readonly label: string;
}

function Slot({ form: { files, chooseFiles }, field, label }: SlotProps) {
  const { t } = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const here = files.filter((each) => each.field === field);
  const take = (chosen: FileList | null) => {
    const fresh = [...(chosen ?? [])].map((file): ChosenFile => ({ field, file }));
    chooseFiles([...files, ...fresh]);
  };
  return (
    <Box>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography variant="pi" fontWeight="bold" textColor="neutral800">
          {label}
        </Typography>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          data-files={field ?? ''}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Upload />}
          aria-label={`${t('files.add')}: ${label}`}
          onClick={() => picker.current?.click()}
        >
          {t('files.add')}
        </Button>
      </Flex>
      <ul>
        {here.map((each, place) => (
          <li key={`${each.file.name}.${place}`}>
            <Flex gap={2}>
              <Typography variant="omega" style={{ overflowWrap: 'anywhere' }}>
                {each.file.name}
              </Typography>
              <Button
                size="S"
                variant="ghost"
                startIcon={<Cross />}
                aria-label={t('filing.dropFile', { name: each.file.name })}
                onClick={() => chooseFiles(files.filter((other) => other !== each))}
              >
                {t('files.delete')}
              </Button>
            </Flex>
          </li>
        ))}
      </ul>
    </Box>
  );
}

/** What the caller sent along, chosen before the ticket is saved and attached to it right after. */
export function FilesPanel({ form }: { readonly form: FilingForm }) {
  const { t } = useWords();
  const asked = form.service?.fields.filter(({ type }) => type === 'file') ?? [];
  return (
    <Panel title={t('filing.filesTitle')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="pi" textColor="neutral700">
          {t(readersKey(false, form.service?.isConfidential === true))} {t('filing.filesHint')}
        </Typography>
        {asked.map(({ key, label }) => (
          <Slot key={key} form={form} field={key} label={label} />
        ))}
        <Slot form={form} field={null} label={t('filing.otherFiles')} />
      </Flex>
    </Panel>
  );
}
