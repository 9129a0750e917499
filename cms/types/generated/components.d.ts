import type { Schema, Struct } from '@strapi/strapi';

export interface CalendarPeriod extends Struct.ComponentSchema {
  collectionName: 'components_calendar_periods';
  info: {
    description: 'Misalnya Ramadan: jam buka yang berlaku selama periode ini.';
    displayName: 'Periode khusus';
    icon: 'calendar';
  };
  attributes: {
    endsOn: Schema.Attribute.Date & Schema.Attribute.Required;
    name: Schema.Attribute.String & Schema.Attribute.Required;
    slots: Schema.Attribute.Component<'calendar.slot', true>;
    startsOn: Schema.Attribute.Date & Schema.Attribute.Required;
  };
}

export interface CalendarSlot extends Struct.ComponentSchema {
  collectionName: 'components_calendar_slots';
  info: {
    description: 'Hari 1 = Senin \u2026 7 = Minggu. Istirahat dinyatakan dengan dua jam buka.';
    displayName: 'Jam buka';
    icon: 'clock';
  };
  attributes: {
    closes: Schema.Attribute.String & Schema.Attribute.Required;
    opens: Schema.Attribute.String & Schema.Attribute.Required;
    weekday: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 7;
          min: 1;
        },
        number
      >;
  };
}

export interface IdentitySignatory extends Struct.ComponentSchema {
  collectionName: 'components_identity_signatories';
  info: {
    description: 'Nama dan NIP boleh dikosongkan; pada kertas tersedia garis untuk diisi dengan pena.';
    displayName: 'Penanda tangan';
    icon: 'pencil';
  };
  attributes: {
    name: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    nip: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 30;
      }>;
    position: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 160;
      }>;
    rank: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80;
      }>;
  };
}

export interface ServiceFormField extends Struct.ComponentSchema {
  collectionName: 'components_service_form_fields';
  info: {
    description: 'Satu isian pada formulir layanan.';
    displayName: 'Isian formulir';
    icon: 'layout';
  };
  attributes: {
    accept: Schema.Attribute.JSON;
    englishHelp: Schema.Attribute.Text;
    englishLabel: Schema.Attribute.String;
    englishOptions: Schema.Attribute.JSON;
    eventMoment: Schema.Attribute.Enumeration<['START', 'END', 'SINCE']>;
    help: Schema.Attribute.Text;
    key: Schema.Attribute.String & Schema.Attribute.Required;
    label: Schema.Attribute.String & Schema.Attribute.Required;
    max: Schema.Attribute.Decimal;
    min: Schema.Attribute.Decimal;
    options: Schema.Attribute.JSON;
    pattern: Schema.Attribute.String;
    required: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    suffix: Schema.Attribute.String;
    type: Schema.Attribute.Enumeration<
      [
        'text',
        'textarea',
        'number',
        'select',
        'multiselect',
        'boolean',
        'date',
        'datetime',
        'file',
        'url',
        'domain',
        'email',
        'phone',
        'nip',
      ]
    > &
      Schema.Attribute.Required;
  };
}

export interface ServiceSla extends Struct.ComponentSchema {
  collectionName: 'components_service_slas';
  info: {
    description: 'Menit kerja; kosongkan untuk memakai target prioritas.';
    displayName: 'Target waktu layanan';
    icon: 'clock';
  };
  attributes: {
    calendar: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.DefaultTo<'JAM_KERJA'>;
    minimumNoticeDays: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    mode: Schema.Attribute.Enumeration<['DURATION', 'EVENT']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'DURATION'>;
    resolutionMinutes: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          min: 1;
        },
        number
      >;
    responseMinutes: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          min: 1;
        },
        number
      >;
    scope: Schema.Attribute.Text;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'calendar.period': CalendarPeriod;
      'calendar.slot': CalendarSlot;
      'identity.signatory': IdentitySignatory;
      'service.form-field': ServiceFormField;
      'service.sla': ServiceSla;
    }
  }
}
