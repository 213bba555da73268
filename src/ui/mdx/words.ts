import type { Category, Platform } from '#model/facts.ts';
import type { Locale } from '#paths';

export interface Words {
  platforms: Record<Platform, string>;
  categories: Record<Category, string>;
  effects: Record<'seen' | 'copied' | 'changed' | 'lost', string>;
  states: Record<'done' | 'doing' | 'planned', string>;
  upgrade: string;
  upgradeTo: string;
  nothingToDo: string;
  from: string;
  until: string;
  by: string;
  onlyFrom: string;
  involved: string;
  notInvolved: string;
  noneInvolved: string;
  possible: string;
  looked: string;
  nextUpdate: string;
  noNextUpdate: string;
  mayQuote: string;
  asked: Record<'change_password' | 'sign_in_again' | 'upgrade_app', string>;
}

/** The fixed words of the components; sentences about an incident come from its facts. */
export const WORDS: Record<Locale, Words> = {
  en: {
    platforms: { android: 'Android', ios: 'iOS', windows_phone: 'Windows Phone', web: 'Web', desktop: 'Desktop' },
    categories: {
      name: 'Name',
      email: 'Email address',
      phone: 'Phone number',
      address: 'Postal address',
      birth_date: 'Date of birth',
      username: 'User name',
      password: 'Password',
      payment: 'Payment details',
      government_id: 'Identity documents',
      health: 'Health data',
      location: 'Location',
      messages: 'Messages',
      usage: 'What you used',
      device: 'Device details',
    },
    effects: { seen: 'seen', copied: 'copied', changed: 'changed', lost: 'lost' },
    states: { done: 'Done', doing: 'In progress', planned: 'Planned' },
    upgrade: 'Upgrade the app',
    upgradeTo: 'Upgrade to',
    nothingToDo: 'Nothing to do',
    from: 'From',
    until: 'to',
    by: 'Please do this by',
    onlyFrom: 'Install it only from',
    involved: 'Involved',
    notInvolved: 'Not involved',
    noneInvolved: 'We found no data that was involved.',
    possible: 'possibly',
    looked: 'Where we looked',
    nextUpdate: 'Next update by',
    noNextUpdate: 'No further update is planned.',
    mayQuote: 'You may quote this statement.',
    asked: { change_password: 'Change your password', sign_in_again: 'Sign in again', upgrade_app: 'Upgrade the app' },
  },
  de: {
    platforms: { android: 'Android', ios: 'iOS', windows_phone: 'Windows Phone', web: 'Web', desktop: 'Desktop' },
    categories: {
      name: 'Name',
      email: 'E-Mail-Adresse',
      phone: 'Telefonnummer',
      address: 'Postanschrift',
      birth_date: 'Geburtsdatum',
      username: 'Benutzername',
      password: 'Passwort',
      payment: 'Zahlungsdaten',
      government_id: 'Ausweisdaten',
      health: 'Gesundheitsdaten',
      location: 'Standort',
      messages: 'Nachrichten',
      usage: 'Nutzungsdaten',
      device: 'Gerätedaten',
    },
    effects: { seen: 'gesehen', copied: 'kopiert', changed: 'geändert', lost: 'verloren' },
    states: { done: 'Erledigt', doing: 'In Arbeit', planned: 'Geplant' },
    upgrade: 'Aktualisieren Sie die App',
    upgradeTo: 'Aktualisieren Sie auf',
    nothingToDo: 'Nichts zu tun',
    from: 'Vom',
    until: 'bis',
    by: 'Bitte erledigen Sie das bis',
    onlyFrom: 'Installieren Sie sie nur aus',
    involved: 'Betroffen',
    notInvolved: 'Nicht betroffen',
    noneInvolved: 'Wir haben keine betroffenen Daten gefunden.',
    possible: 'möglicherweise',
    looked: 'Wo wir gesucht haben',
    nextUpdate: 'Nächste Nachricht bis',
    noNextUpdate: 'Es ist keine weitere Nachricht geplant.',
    mayQuote: 'Sie dürfen diese Erklärung zitieren.',
    asked: { change_password: 'Passwort ändern', sign_in_again: 'Neu anmelden', upgrade_app: 'App aktualisieren' },
  },
  ar: {
    platforms: { android: 'Android', ios: 'iOS', windows_phone: 'Windows Phone', web: 'الويب', desktop: 'الحاسوب' },
    categories: {
      name: 'الاسم',
      email: 'البريد الإلكتروني',
      phone: 'رقم الهاتف',
      address: 'العنوان البريدي',
      birth_date: 'تاريخ الميلاد',
      username: 'اسم المستخدم',
      password: 'كلمة المرور',
      payment: 'بيانات الدفع',
      government_id: 'وثائق الهوية',
      health: 'البيانات الصحية',
      location: 'الموقع',
      messages: 'الرسائل',
      usage: 'بيانات الاستخدام',
      device: 'بيانات الجهاز',
    },
    effects: { seen: 'اطُّلع عليها', copied: 'نُسخت', changed: 'غُيّرت', lost: 'فُقدت' },
    states: { done: 'تم', doing: 'قيد التنفيذ', planned: 'مخطط له' },
    upgrade: 'حدّث التطبيق',
    upgradeTo: 'حدّث إلى',
    nothingToDo: 'لا يلزم شيء',
    from: 'من',
    until: 'إلى',
    by: 'يُرجى إتمام ذلك في موعد أقصاه',
    onlyFrom: 'ثبّته فقط من',
    involved: 'بيانات معنيّة',
    notInvolved: 'بيانات غير معنيّة',
    noneInvolved: 'لم نجد بيانات معنيّة بالحادث.',
    possible: 'ربما',
    looked: 'أين بحثنا',
    nextUpdate: 'التحديث القادم في موعد أقصاه',
    noNextUpdate: 'لا يوجد تحديث آخر مخطط له.',
    mayQuote: 'يمكنك اقتباس هذا البيان.',
    asked: { change_password: 'غيّر كلمة المرور', sign_in_again: 'سجّل الدخول من جديد', upgrade_app: 'حدّث التطبيق' },
  },
};
