import { Box, Flex, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { ChosenFiles } from '../parts/ChosenFiles';
import { FilePick } from '../parts/FilePick';
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
  const here = files.filter((each) => each.field === field);
  const take = (chosen: readonly File[]) =>
    chooseFiles([...files, ...chosen.map((file): ChosenFile => ({ field, file }))]);
  return (
    <Box>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography variant="pi" fontWeight="bold" textColor="neutral800">
          {label}
        </Typography>
        <FilePick place={field ?? ''} startIcon={<Upload />} label={`${t('files.add')}: ${label}`} onChosen={take}>
          {t('files.add')}
        </FilePick>
      </Flex>
      <ChosenFiles
        files={here.map(({ file }) => file)}
        onDrop={(dropped) => chooseFiles(files.filter(({ file }) => file !== dropped))}
      />
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
