import { Box, Flex, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled block of a page. */
export function Panel({ title, aside, children }: Props) {
  const id = useId();
  return (
    <Box
      tag="section"
      aria-labelledby={id}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 5 }}
      style={{ minWidth: 0 }}
    >
      <Flex justifyContent="space-between" gap={3} paddingBottom={4} wrap="wrap">
        <Typography id={id} tag="h2" variant="delta" fontWeight="bold">
          {title}
        </Typography>
        {aside}
      </Flex>
      {children}
    </Box>
  );
}
