// Written by `npm run words` from locales/en.json.

/** Every message with the values it takes. */
export interface Messages {
  'as-is.text': { text: string }
  'cause.blocked': object
  'cause.cut': object
  'cause.endless-list': object
  'cause.forbidden': object
  'cause.locked': object
  'cause.no-access': object
  'cause.no-onedrive': object
  'cause.not-found': object
  'cause.not-supported': object
  'cause.offline': object
  'cause.refused': object
  'cause.server': object
  'cause.signed-out': object
  'cause.throttled': object
  'cause.timeout': object
  'cause.unexpected': object
  'command.unexpected': object
  'digest.daily': { n: number }
  'digest.missed': { n: number }
  'item.this': object
  'item.unnamed': object
  'notice.action.later': object
  'notice.action.mark-seen': object
  'notice.action.mute': object
  'notice.action.open': object
  'notice.action.open-folder': object
  'notice.action.show': object
  'notice.action.sign-in': object
  'notice.added': { item: string; who: string }
  'notice.appeared': { item: string; place: string }
  'notice.burst.added': { n: number; place: string; thing: 'file' | 'other'; who: string }
  'notice.burst.changed': { n: number; place: string; thing: 'file' | 'other'; who: string }
  'notice.burst.deleted': { n: number; place: string; thing: 'file' | 'other'; who: string }
  'notice.burst.edited': { n: number; place: string; thing: 'file' | 'other'; who: string }
  'notice.burst.many': { n: number; people: number; place: string; thing: 'file' | 'other' }
  'notice.count.added': { n: number }
  'notice.count.appeared': { n: number }
  'notice.count.deleted': { n: number }
  'notice.count.edited': { n: number }
  'notice.count.malware': { n: number }
  'notice.count.moved': { n: number }
  'notice.count.renamed': { n: number }
  'notice.count.restored': { n: number }
  'notice.count.sharing': { n: number }
  'notice.deleted': { item: string; who: string }
  'notice.deleted-nameless': { place: string; who: string }
  'notice.deleted-with-items': { item: string; n: number; who: string }
  'notice.detail.appeared': object
  'notice.detail.malware': object
  'notice.detail.shared-by-link': object
  'notice.detail.shared-in-organization': object
  'notice.detail.story': { n: number; time: string }
  'notice.edited': { item: string; who: string }
  'notice.edited-album': { item: string; who: string }
  'notice.entry.added': { item: string; place: string; who: string }
  'notice.entry.deleted': { item: string; place: string; who: string }
  'notice.entry.edited': { item: string; place: string; who: string }
  'notice.malware': { item: string }
  'notice.moved': { item: string; place: string; who: string }
  'notice.moved-and-renamed': { item: string; old: string; place: string; who: string }
  'notice.moved-and-renamed-with-items': { item: string; n: number; old: string; place: string; who: string }
  'notice.moved-briefly': { item: string; who: string }
  'notice.moved-with-items': { item: string; n: number; place: string; who: string }
  'notice.needs.sign-in': { account: string }
  'notice.renamed': { item: string; old: string; who: string }
  'notice.renamed-briefly': { item: string; who: string }
  'notice.replaced': { item: string; who: string }
  'notice.restored': { item: string; who: string }
  'notice.restored-with-items': { item: string; n: number; who: string }
  'notice.sample.body': object
  'notice.sample.title': object
  'notice.shared': { item: string; who: string }
  'notice.shared-with': { item: string; who: string; whom: string }
  'notice.shared-with-many': { item: string; people: number; who: string }
  'notice.sharing-changed': { item: string; who: string }
  'notice.unshared': { item: string; who: string }
  'person.count': { n: number; who: string }
  'person.others': { n: number }
  'person.someone': object
  'person.you': object
  'place.more-drives': { n: number }
  'place.several-drives': { n: number }
  'preview.daily': object
  'preview.quiet': object
  'preview.quiet-kept': object
  'reason.title.app-change': object
  'reason.title.before-followed': object
  'reason.title.digest': object
  'reason.title.muted': object
  'reason.title.muted-over': object
  'reason.title.notices-off': object
  'reason.title.own-change': object
  'reason.title.paused': object
  'reason.title.quiet-hours': object
  'reason.title.refused': object
  'reason.title.rule': object
  'reason.title.told': object
  'reason.title.told-updated': object
  'reason.title.waiting': object
  'reason.why.app-change': { drive: string; who: string }
  'reason.why.before-followed': { drive: string }
  'reason.why.digest': { time: string }
  'reason.why.digest-waiting': { time: string }
  'reason.why.excepted': { drive: string; names: string }
  'reason.why.guest': { drive: string; who: string }
  'reason.why.kind': { drive: string; kinds: string }
  'reason.why.matches': { drive: string; item: string; names: string }
  'reason.why.matches-none': { drive: string; item: string; names: string }
  'reason.why.muted': { until: string; what: string }
  'reason.why.muted-over': { until: string }
  'reason.why.nameless-guest': { drive: string }
  'reason.why.nobody': { drive: string }
  'reason.why.not-among': { drive: string; names: string; who: string }
  'reason.why.notices-off': object
  'reason.why.own-change': object
  'reason.why.paused': { drive: string }
  'reason.why.quiet-hours': { hours: string; time: string }
  'reason.why.quiet-hours-due': { digest: string; hours: string; time: string }
  'reason.why.quiet-hours-told': { digest: string; hours: string; time: string }
  'reason.why.refused': object
  'reason.why.rule-then': { drive: string; words: string }
  'reason.why.told': { time: string }
  'reason.why.told-updated': { time: string }
  'reason.why.too-large': { drive: string; item: string; limit: string; size: string }
  'reason.why.too-small': { drive: string; item: string; limit: string; size: string }
  'reason.why.type': { drive: string; item: string; names: string }
  'reason.why.waiting': object
  'reason.words.app-change': object
  'reason.words.before-followed': object
  'reason.words.digest': { time: string }
  'reason.words.muted': { words: string }
  'reason.words.notices-off': object
  'reason.words.own-change': object
  'reason.words.paused': object
  'reason.words.quiet-hours': object
  'reason.words.refused': object
  'reason.words.rule': { words: string }
  'reason.words.told': object
  'reason.words.told-updated': object
  'reason.words.waiting': object
  'refusal.account-signed-out': object
  'refusal.change-not-kept': object
  'refusal.clipboard': object
  'refusal.disk-full': object
  'refusal.drive-not-followed': object
  'refusal.no-address': object
  'refusal.no-file': object
  'refusal.no-notifications': object
  'refusal.no-page': object
  'refusal.no-such-permission': object
  'refusal.not-exported': { error: string }
  'refusal.nothing-to-mute': object
  'rule.app-changes': object
  'rule.at-least': { limit: string }
  'rule.at-most': { limit: string }
  'rule.daily': { time: string }
  'rule.did.added': object
  'rule.did.deleted': object
  'rule.did.edited': object
  'rule.did.malware': object
  'rule.did.moved': object
  'rule.did.renamed': object
  'rule.did.restored': object
  'rule.did.sharing': object
  'rule.everyone': object
  'rule.guests': object
  'rule.in': { names: string }
  'rule.kind.added': object
  'rule.kind.deleted': object
  'rule.kind.edited': object
  'rule.kind.malware': object
  'rule.kind.moved': object
  'rule.kind.renamed': object
  'rule.kind.restored': object
  'rule.kind.sharing': object
  'rule.larger': { limit: string }
  'rule.no': { names: string }
  'rule.no-hours': object
  'rule.nobody': object
  'rule.not': { names: string }
  'rule.not-from': { names: string }
  'rule.not-in': { names: string }
  'rule.only': { names: string }
  'rule.only-from': { names: string }
  'rule.others': { n: number }
  'rule.own': object
  'rule.own-changes': object
  'rule.own-hidden': object
  'rule.own-hours': { hours: string }
  'rule.smaller': { limit: string }
  'rule.someone-else': object
  'rule.type.archives': object
  'rule.type.code': object
  'rule.type.documents': object
  'rule.type.drawings': object
  'rule.type.images': object
  'rule.type.pdf': object
  'rule.type.presentations': object
  'rule.type.spreadsheets': object
  'rule.type.video-and-sound': object
  'start.failed.text': { folder: string; why: string }
  'start.failed.title': object
  'subscriptions.unfollowed': { name: string }
  'time.day': { date: string; name: string }
  'time.today': object
  'time.tomorrow': { time: string }
  'time.yesterday': object
}

export type MessageKey = keyof Messages
