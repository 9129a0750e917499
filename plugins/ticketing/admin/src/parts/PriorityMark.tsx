import { Flex, Typography } from '@strapi/design-system';
import { styled, type DefaultTheme } from 'styled-components';
import { PRIORITIES, type Priority } from '../../../domain';
import { useWords } from '../words';

const COLORS: Readonly<Record<Priority, keyof DefaultTheme['colors']>> = {
  URGENT: 'danger600',
  HIGH: 'warning600',
  MEDIUM: 'primary600',
  LOW: 'neutral500',
};

const Bars = styled.svg<{ $color: keyof DefaultTheme['colors'] }>`
  flex: none;
  rect {
    fill: ${({ theme }) => theme.colors.neutral300};
  }
  rect[data-on='true'] {
    fill: ${({ theme, $color }) => theme.colors[$color]};
  }
`;

/** A priority in its word and in rising bars, so that it reads without colour. */
export function PriorityMark({ priority }: { readonly priority: Priority }) {
  const { w } = useWords();
  const level = PRIORITIES.length - PRIORITIES.indexOf(priority);
  return (
    <Flex tag="span" gap={2} inline>
      <Bars $color={COLORS[priority]} width="16" height="14" viewBox="0 0 16 14" aria-hidden>
        {[1, 2, 3, 4].map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 4}
            y={14 - bar * 3.5}
            width="3"
            height={bar * 3.5}
            rx="0.8"
            data-on={bar <= level}
          />
        ))}
      </Bars>
      <Typography variant="omega" fontWeight={level > 2 ? 'semiBold' : 'regular'} textColor="neutral800">
        {w.priority[priority]}
      </Typography>
    </Flex>
  );
}
