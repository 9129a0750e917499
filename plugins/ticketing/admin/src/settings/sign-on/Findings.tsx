import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, CrossCircle, WarningCircle } from '@strapi/icons';
import { SIGN_ON_FINDINGS, type SignOnFinding } from '../../../../domain';
import { useWords } from '../../words';

const MARKS = {
  good: { Icon: CheckCircle, fill: 'success600' },
  remark: { Icon: WarningCircle, fill: 'warning600' },
  bad: { Icon: CrossCircle, fill: 'danger600' },
} as const;
const WORDS = ['forbiddenAddress', 'tooSlow', 'tooLarge', 'notJson'] as const;

/** What a trial found at the sign-in service, each in a sentence. */
export function Findings({ findings }: { readonly findings: readonly SignOnFinding[] }) {
  const { t } = useWords();
  const wordOf = (said: string): string => {
    const known = WORDS.find((word) => word === said);
    return known ? t(`signOn.word.${known}`) : said || '–';
  };
  return (
    <Box role="status">
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} style={{ listStyle: 'none', padding: 0 }}>
        {findings.map(({ code, said }) => {
          const { Icon, fill } = MARKS[SIGN_ON_FINDINGS[code]];
          return (
            <Flex key={code} tag="li" gap={2} alignItems="flex-start">
              <Box paddingTop="2px" style={{ flex: 'none' }}>
                <Icon width="16" height="16" fill={fill} aria-hidden />
              </Box>
              <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
                {t(`signOn.finding.${code}`, { said: wordOf(said) })}
              </Typography>
            </Flex>
          );
        })}
      </Flex>
    </Box>
  );
}
