import { Button, Flex, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { timeTeller } from '../time';
import { useWords } from '../words';

interface Props {
  readonly files: readonly File[];
  readonly isBusy?: boolean;
  readonly onDrop: (file: File) => void;
}

/** Files that are chosen and not sent yet; each can be left out again. */
export function ChosenFiles({ files, isBusy = false, onDrop }: Props) {
  const { t, language } = useWords();
  if (files.length === 0) return null;
  return (
    <ul>
      {files.map((file, place) => (
        <li key={`${file.name}.${place}`}>
          <Flex gap={2}>
            <Typography variant="omega" style={{ overflowWrap: 'anywhere' }}>
              {file.name} ({timeTeller(language).size(file.size)})
            </Typography>
            <Button
              size="S"
              variant="ghost"
              startIcon={<Cross />}
              disabled={isBusy}
              aria-label={t('files.drop', { name: file.name })}
              onClick={() => onDrop(file)}
            >
              {t('files.delete')}
            </Button>
          </Flex>
        </li>
      ))}
    </ul>
  );
}
