import { Flex, Typography } from '@strapi/design-system';
import { Bell, CheckCircle, Clock, CrossCircle, MinusCircle, Play, Question } from '@strapi/icons';
import type { ComponentType, SVGProps } from 'react';
import type { DefaultTheme } from 'styled-components';
import type { Status } from '../../../domain';
import { useWords } from '../words';

type Color = keyof DefaultTheme['colors'];
interface Look {
  readonly Icon: ComponentType<SVGProps<SVGSVGElement> & { fill?: string }>;
  readonly ground: Color;
  readonly ink: Color;
}

/** Blue, teal, orange, green, red and grey, as the portal's tones are. */
const LOOKS: Readonly<Record<Status, Look>> = {
  NEW: { Icon: Bell, ground: 'secondary100', ink: 'secondary700' },
  IN_PROGRESS: { Icon: Play, ground: 'primary100', ink: 'primary700' },
  WAITING_REQUESTER: { Icon: Question, ground: 'warning100', ink: 'warning700' },
  WAITING_THIRD_PARTY: { Icon: Clock, ground: 'warning100', ink: 'warning700' },
  RESOLVED: { Icon: CheckCircle, ground: 'success100', ink: 'success700' },
  REJECTED: { Icon: CrossCircle, ground: 'danger100', ink: 'danger700' },
  CANCELLED: { Icon: MinusCircle, ground: 'neutral150', ink: 'neutral700' },
};

/** A status in its word, with a sign of its own. */
export function StatusMark({ status }: { readonly status: Status }) {
  const { w } = useWords();
  const { Icon, ground, ink } = LOOKS[status];
  return (
    <Flex
      tag="span"
      inline
      gap={1}
      background={ground}
      hasRadius
      paddingLeft={2}
      paddingRight={2}
      paddingTop={1}
      paddingBottom={1}
    >
      <Icon width="12" height="12" fill={ink} style={{ flex: 'none' }} aria-hidden />
      <Typography variant="pi" fontWeight="semiBold" textColor={ink}>
        {w.status[status]}
      </Typography>
    </Flex>
  );
}
