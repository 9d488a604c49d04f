// Written by `npm run words` from locales/en.json.

/** Every message with the values it takes. */
export interface Messages {
  'account.signed-out.app-refused': { drives: number; why: string }
  'account.signed-out.confirm': { drives: number }
  'account.signed-out.not-allowed': { drives: number }
  'account.signed-out.not-kept': { drives: number }
  'account.signed-out.password-changed': { drives: number }
  'account.signed-out.permissions-withdrawn': { drives: number }
  'account.signed-out.ran-out': { drives: number }
  'account.unnamed': object
  'accounts.caption': { drives: number; n: number }
  'accounts.cloud.china': object
  'accounts.cloud.us-gov-l4': object
  'accounts.cloud.us-gov-l5': object
  'accounts.device-code': object
  'accounts.following': { n: number }
  'accounts.in-cloud': { cloud: string; type: string }
  'accounts.keep-anyway': object
  'accounts.keep-history': object
  'accounts.locked.disk': object
  'accounts.locked.keyring': object
  'accounts.locked.newer': object
  'accounts.memory-only': object
  'accounts.other-clouds': object
  'accounts.pause-all': object
  'accounts.permissions': object
  'accounts.read-only': object
  'accounts.resume-all': object
  'accounts.sealed': object
  'accounts.sealed-by': { keyring: string }
  'accounts.sign-in': object
  'accounts.sign-out': object
  'accounts.sign-out-ask': object
  'accounts.sign-out-text': { n: number }
  'accounts.sign-out-title': { account: string }
  'accounts.signed-in': object
  'accounts.signed-out': object
  'accounts.type.personal': object
  'accounts.type.work': object
  'accounts.unsealed': object
  'accounts.waiting-for-admin': object
  'activity.allow-similar': object
  'activity.allow-similar-done': object
  'activity.away.away': { n: number; when: string }
  'activity.away.paused': { n: number; when: string }
  'activity.away.quiet-hours': { n: number; when: string }
  'activity.away.read-anew': { n: number; when: string }
  'activity.change-rule': object
  'activity.clear-filters': object
  'activity.day-count': { n: number; notified: number }
  'activity.delete-all': object
  'activity.delete-matching': object
  'activity.delete-text': { n: number }
  'activity.delete-title': { n: number }
  'activity.drive': object
  'activity.drive.any': object
  'activity.drive.unfollowed': object
  'activity.empty-many': { n: number }
  'activity.empty-none': object
  'activity.empty-one': { name: string }
  'activity.empty-title': object
  'activity.end': object
  'activity.export-csv': object
  'activity.export-json': object
  'activity.failed': object
  'activity.files': object
  'activity.filter': object
  'activity.filter-count': { n: number }
  'activity.filters': object
  'activity.hide-files': object
  'activity.key.move': object
  'activity.kind': object
  'activity.kind.added': object
  'activity.kind.any': object
  'activity.kind.appeared': object
  'activity.kind.deleted': object
  'activity.kind.edited': object
  'activity.kind.malware': object
  'activity.kind.moved': object
  'activity.kind.renamed': object
  'activity.kind.restored': object
  'activity.kind.sharing': object
  'activity.list': { day: string }
  'activity.loading': object
  'activity.mark-all-read': object
  'activity.match': { n: number }
  'activity.match-of': { n: number }
  'activity.match-of-since': { date: string; n: number }
  'activity.matches': object
  'activity.mute': object
  'activity.mute-for.file': object
  'activity.mute-for.folder': object
  'activity.mute-for.person': object
  'activity.mute-for.subscription': object
  'activity.muted-for-an-hour': object
  'activity.muted-until': { name: string; time: string }
  'activity.no-match': object
  'activity.no-match.any': { n: number }
  'activity.no-match.by': { n: number; who: string }
  'activity.no-match.by-with': { n: number; text: string; who: string }
  'activity.no-match.filters': { filters: string }
  'activity.no-match.since': { date: string }
  'activity.no-match.with': { n: number; text: string }
  'activity.open': object
  'activity.open-folder': object
  'activity.person': object
  'activity.person.any': object
  'activity.person.find': object
  'activity.person.none': object
  'activity.search': object
  'activity.show': object
  'activity.show-files': object
  'activity.show-more': { n: number }
  'activity.show.all': object
  'activity.show.not-notified': object
  'activity.show.notified': object
  'activity.time': object
  'activity.time.any': object
  'activity.time.month': object
  'activity.time.today': object
  'activity.time.week': object
  'activity.time.year': object
  'activity.time.yesterday': object
  'activity.to-settings': object
  'activity.unread': object
  'alert.demo': object
  'alert.history.damaged': { file: string }
  'alert.history.lost.damaged': object
  'alert.history.lost.full': object
  'alert.history.lost.newer': object
  'alert.history.lost.unwritable': object
  'alert.history.running.damaged': object
  'alert.history.running.full': object
  'alert.history.running.unwritable': object
  'alert.no-notifications': object
  'alert.no-tray': object
  'alert.notification-unanswered': object
  'alert.settings.damaged': { file: string }
  'alert.settings.newer': object
  'alert.settings.not-kept': object
  'alert.settings.unreadable.directory': object
  'alert.settings.unreadable.error': object
  'alert.settings.unreadable.full': object
  'alert.settings.unreadable.open-files': object
  'alert.settings.unreadable.permission': object
  'alert.settings.unreadable.read-only': object
  'alert.shared-profile': { folder: string }
  'alert.sign-ins.damaged': { file: string }
  'alert.sign-ins.newer': object
  'alert.sign-ins.not-kept': object
  'alert.sign-ins.unreadable': object
  'as-is.text': { text: string }
  'button.add': object
  'button.back': object
  'button.cancel': object
  'button.clear': object
  'button.close': object
  'button.copy-link': object
  'button.delete': object
  'button.discard': object
  'button.dismiss': object
  'button.keep-editing': object
  'button.more': object
  'button.more-for': { name: string }
  'button.remove': { what: string }
  'button.save': object
  'button.show-file': object
  'button.undo': object
  'cause.blocked': object
  'cause.crowded': object
  'cause.cut': object
  'cause.endless-list': object
  'cause.forbidden': object
  'cause.locked': object
  'cause.no-access': object
  'cause.no-onedrive': object
  'cause.not-found': object
  'cause.not-supported': object
  'cause.offline': object
  'cause.only-folder': { folder: string }
  'cause.proxy-password': object
  'cause.refused': object
  'cause.server': object
  'cause.signed-out': object
  'cause.throttled': object
  'cause.timeout': object
  'cause.unexpected': object
  'client-id.characters': { example: string }
  'client-id.empty': { example: string }
  'client-id.environment': { why: string }
  'client-id.field': object
  'client-id.lead': object
  'client-id.length': { example: string; n: number }
  'client-id.organization': object
  'client-id.register': object
  'client-id.step-1': object
  'client-id.step-2': object
  'client-id.step-3': { address: string }
  'client-id.step-4': object
  'client-id.step-5': object
  'client-id.title': object
  'client-id.use': object
  'cloud.china': object
  'cloud.global': object
  'cloud.us-gov-l4': object
  'cloud.us-gov-l5': object
  'command.export.directory': object
  'command.export.error': object
  'command.export.full': object
  'command.export.missing': object
  'command.export.permission': object
  'command.unexpected': object
  'copy.failed': object
  'copy.link': object
  'device-code.code': { code: string }
  'device-code.copied': object
  'device-code.copy': object
  'device-code.good-for': { minutes: number }
  'device-code.lead': { address: string }
  'device-code.open-here': object
  'device-code.title': object
  'digest.daily': { n: number }
  'digest.missed': { n: number }
  'discover.changed.folder': object
  'discover.changed.list': object
  'discover.closed.empty': object
  'discover.closed.forbidden': object
  'discover.closed.unknown': object
  'discover.consent': { n: number; purpose: string }
  'discover.elsewhere': { username: string }
  'discover.link.address': { scheme: string }
  'discover.link.calendar': object
  'discover.link.form': object
  'discover.link.item-id': object
  'discover.link.loop': object
  'discover.link.mail': object
  'discover.link.mail-address': object
  'discover.link.meeting': object
  'discover.link.message': object
  'discover.link.page-of': { host: string }
  'discover.link.report': object
  'discover.link.task': object
  'discover.link.teams-page': object
  'discover.link.text': object
  'discover.link.whiteboard': object
  'discover.no-groups': object
  'discover.note.nameless': object
  'discover.note.no-libraries': object
  'discover.note.no-lists': object
  'discover.note.no-onedrive': object
  'discover.note.no-sites': object
  'discover.note.retiring': object
  'discover.purpose.shared': object
  'discover.purpose.sites': object
  'discover.purpose.teams': object
  'discover.refused.forbidden': object
  'discover.refused.locked': object
  'discover.refused.not-found': object
  'discover.refused.not-supported': object
  'discover.refused.offline': object
  'discover.refused.only-in-part': object
  'discover.refused.server': object
  'discover.refused.signed-out': object
  'discover.refused.throttled': { seconds: number }
  'discover.refused.timeout': object
  'discover.refused.unexpected': object
  'discover.superseded': object
  'drive.action.choose-folders': object
  'drive.action.open-in-browser': object
  'drive.action.pause': object
  'drive.action.pause-for': object
  'drive.action.resume': object
  'drive.action.rules': object
  'drive.action.sign-in-again': object
  'drive.action.try-again': object
  'drive.action.unfollow': object
  'drive.name.apart': { name: string; place: string }
  'drive.name.documents': object
  'drive.name.files-of': { name: string }
  'drive.name.group': object
  'drive.name.list': object
  'drive.name.own-files': object
  'drive.name.own-onedrive': object
  'drive.name.shared': object
  'drive.name.site': object
  'drive.new': { n: number }
  'drive.place.as-list': { place: string }
  'drive.place.list-alone': object
  'drive.place.more': { n: number }
  'drive.place.shares': { names: string }
  'drive.place.something': object
  'drive.scope.files': { n: number }
  'drive.scope.folders': { n: number }
  'drive.state.catching-up': object
  'drive.state.checking': { span: string }
  'drive.state.connected': object
  'drive.state.detail.deleted': { date: string }
  'drive.state.detail.last-change': { span: string }
  'drive.state.detail.last-checked': { span: string }
  'drive.state.detail.names': { about: number; done: number }
  'drive.state.detail.names-so-far': { done: number }
  'drive.state.detail.next-try': { cause: string; time: string }
  'drive.state.detail.no-access': { cause: string; time: string }
  'drive.state.detail.no-changes': object
  'drive.state.detail.offline': object
  'drive.state.detail.paused': object
  'drive.state.detail.reading': object
  'drive.state.detail.reading-since': { time: string }
  'drive.state.detail.signed-out': object
  'drive.state.gone': object
  'drive.state.no-access': object
  'drive.state.offline': object
  'drive.state.paused': object
  'drive.state.paused-until': { time: string }
  'drive.state.reconnecting': object
  'drive.state.reconnecting-in': { span: string }
  'drive.state.signed-out': object
  'export.column.account': object
  'export.column.address': object
  'export.column.change': object
  'export.column.drive': object
  'export.column.earlier-name': object
  'export.column.email': object
  'export.column.folder': object
  'export.column.item': object
  'export.column.reason': object
  'export.column.since': object
  'export.column.size': object
  'export.column.size-before': object
  'export.column.time': object
  'export.column.times': object
  'export.column.told': object
  'export.column.who': object
  'export.no': object
  'export.replace': { file: string }
  'export.replace.cancel': object
  'export.replace.yes': object
  'export.yes': object
  'follow.account': { username: string }
  'follow.already': { name: string }
  'follow.choose-site': object
  'follow.consent.admin': object
  'follow.consent.admin-copy': object
  'follow.consent.admin-title': object
  'follow.consent.announced': object
  'follow.consent.ask': object
  'follow.consent.asking': object
  'follow.consent.title.link': object
  'follow.consent.title.mine': object
  'follow.consent.title.shared': object
  'follow.consent.title.site': object
  'follow.consent.title.sites': object
  'follow.consent.title.teams': object
  'follow.find-site': object
  'follow.folders.caption': object
  'follow.folders.discard-text': object
  'follow.folders.discard-title': object
  'follow.folders.elsewhere': object
  'follow.folders.empty': object
  'follow.folders.everything': { name: string }
  'follow.folders.failed': object
  'follow.folders.find': object
  'follow.folders.how-much': object
  'follow.folders.loading': object
  'follow.folders.not-found': object
  'follow.folders.only': object
  'follow.folders.selected': { both: 'other' | 'yes'; files: number; folders: number }
  'follow.folders.title': { name: string }
  'follow.folders.too-many': { n: number }
  'follow.folders.tree': object
  'follow.follow': object
  'follow.found': { name: string }
  'follow.in-site': { name: string }
  'follow.libraries': object
  'follow.link': object
  'follow.link.find': object
  'follow.link.hint': object
  'follow.lists': object
  'follow.loading': object
  'follow.loading-more': object
  'follow.no-account': object
  'follow.no-site': { text: string }
  'follow.nothing-chosen': object
  'follow.nothing.link': object
  'follow.nothing.mine': object
  'follow.nothing.shared': object
  'follow.nothing.site': object
  'follow.nothing.sites': object
  'follow.nothing.teams': object
  'follow.places': object
  'follow.results': { n: number }
  'follow.show-it': object
  'follow.show-more': object
  'follow.sign-in-first': object
  'follow.sites-followed': object
  'follow.tab.link': object
  'follow.tab.mine': object
  'follow.tab.shared': object
  'follow.tab.sites': object
  'follow.tab.teams': object
  'item.this': object
  'item.unnamed': object
  'keyring.refused': object
  'menu.copy': object
  'menu.cut': object
  'menu.paste': object
  'menu.select-all': object
  'nav.account-needs-attention': object
  'nav.crumbs': object
  'nav.label': object
  'nav.new-changes': { n: number }
  'needs.gone': { name: string }
  'needs.no-access': { name: string }
  'needs.sign-in': { username: string }
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
  'offline-bar.text': object
  'offline-bar.title': { time: string }
  'page.accounts': object
  'page.activity': object
  'page.settings': object
  'page.subscriptions': object
  'page.webhooks': object
  'pause.an-hour': object
  'pause.for-an-hour': object
  'pause.tomorrow': { time: string }
  'pause.until-resumed': object
  'permission.files': object
  'permission.open-files': object
  'permission.profile': object
  'permission.sites': object
  'permission.teams': object
  'person.count': { n: number; who: string }
  'person.others': { n: number }
  'person.someone': object
  'person.you': object
  'place.more-drives': { n: number }
  'place.several-drives': { n: number }
  'preview.daily': object
  'preview.quiet': object
  'preview.quiet-kept': object
  'proxy.password': object
  'proxy.refused': object
  'proxy.text': { host: string }
  'proxy.title': object
  'proxy.use': object
  'proxy.username': object
  'quiet.days': object
  'quiet.from': object
  'quiet.here': { zone: string }
  'quiet.summary': object
  'quiet.to': object
  'quiet.whole-days': object
  'quiet.words.day-range': { first: string; last: string }
  'quiet.words.every-day': object
  'quiet.words.hours': { days: string; from: string; to: string }
  'quiet.words.hours-and-whole': { days: string; from: string; to: string; whole: string }
  'quiet.words.never': object
  'quiet.words.whole': { whole: string }
  'quiet.zone': object
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
  'refusal.launch.approve': object
  'refusal.launch.not-installed': object
  'refusal.launch.system': object
  'refusal.launch.unwritable': { path: string }
  'refusal.no-address': object
  'refusal.no-file': object
  'refusal.no-notifications': object
  'refusal.no-page': object
  'refusal.no-such-permission': object
  'refusal.not-opened': object
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
  'rule.hours': { from: string; to: string }
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
  'rules.add-pattern': object
  'rules.add-someone': object
  'rules.apps': object
  'rules.discard-text': { name: string }
  'rules.discard-title': object
  'rules.everything': object
  'rules.files': object
  'rules.files-text': object
  'rules.kind.added': object
  'rules.kind.deleted': object
  'rules.kind.edited': object
  'rules.kind.malware': object
  'rules.kind.moved': object
  'rules.kind.renamed': object
  'rules.kind.restored': object
  'rules.kind.sharing': object
  'rules.no-one': object
  'rules.notify-never': object
  'rules.often': object
  'rules.often.at-once': object
  'rules.often.daily': object
  'rules.own-as-in-settings': { choice: string }
  'rules.own.hide-all-accounts': object
  'rules.own.hide-this-account': object
  'rules.own.tell': object
  'rules.pattern': object
  'rules.pattern-bad': object
  'rules.pattern-hint': object
  'rules.pattern-include': object
  'rules.pattern-leave-out': object
  'rules.pattern-use': object
  'rules.patterns': object
  'rules.people.everyone': object
  'rules.people.except': object
  'rules.people.only': object
  'rules.preview': object
  'rules.preview.all-title': object
  'rules.preview.before': { n: number }
  'rules.preview.failed': object
  'rules.preview.field': { n: number; notified: number }
  'rules.preview.not': { n: number }
  'rules.preview.result': { n: number; notified: number }
  'rules.preview.show-all': { n: number }
  'rules.quiet.as-in-settings': object
  'rules.quiet.none': object
  'rules.quiet.own': object
  'rules.removed': { name: string }
  'rules.save': object
  'rules.saved': object
  'rules.size': object
  'rules.size-bad': object
  'rules.size.least': object
  'rules.size.most': object
  'rules.someone': object
  'rules.summary-at': object
  'rules.type.archives': object
  'rules.type.code': object
  'rules.type.documents': object
  'rules.type.drawings': object
  'rules.type.images': object
  'rules.type.pdf': object
  'rules.type.presentations': object
  'rules.type.spreadsheets': object
  'rules.type.video-and-sound': object
  'rules.types': object
  'rules.types-text': object
  'rules.what': object
  'rules.what-text': object
  'rules.where': object
  'rules.where-list': object
  'rules.where-text': { name: string }
  'rules.who': object
  'rules.who-text': object
  'settings.about': object
  'settings.about.version': { version: string }
  'settings.application-id': object
  'settings.application-id.change': object
  'settings.application-id.from-settings': object
  'settings.application-id.from-simulator': object
  'settings.general': object
  'settings.general.language': object
  'settings.general.language-caption': object
  'settings.general.language.system': object
  'settings.general.launch': object
  'settings.general.launch-caption': object
  'settings.general.theme': object
  'settings.general.theme-caption': object
  'settings.general.theme.dark': object
  'settings.general.theme.light': object
  'settings.general.theme.system': object
  'settings.general.tray': object
  'settings.general.tray-caption': object
  'settings.general.tray.any-panel': object
  'settings.general.tray.dark-panel': object
  'settings.general.tray.light-panel': object
  'settings.history': object
  'settings.history.delete': object
  'settings.history.delete-ask': object
  'settings.history.delete-caption': object
  'settings.history.delete-text': { n: number }
  'settings.history.delete-title': object
  'settings.history.delete-yes': object
  'settings.history.deleted': object
  'settings.history.export': object
  'settings.history.export-caption': object
  'settings.history.export-csv': object
  'settings.history.export-json': object
  'settings.history.exported': { file: string }
  'settings.history.keep-for': object
  'settings.history.keep-for-caption': { n: number; size: string }
  'settings.history.shorter-text': object
  'settings.history.shorter-title': { span: string }
  'settings.history.shorter-yes': object
  'settings.history.span.days': { days: number }
  'settings.history.span.forever': object
  'settings.history.span.year': object
  'settings.muted': object
  'settings.muted.guests': object
  'settings.muted.unmute': object
  'settings.muted.until': { time: string }
  'settings.notifications': object
  'settings.notifications.open': object
  'settings.notifications.open-caption': object
  'settings.notifications.open.browser': object
  'settings.notifications.open.desktop-app': object
  'settings.notifications.own': object
  'settings.notifications.own-caption': object
  'settings.notifications.show': object
  'settings.notifications.show-caption': object
  'settings.notifications.test': object
  'settings.quiet': object
  'settings.quiet.caption': { zone: string }
  'settings.quiet.change': object
  'settings.quiet.off-caption': object
  'settings.quiet.off-for-drive': object
  'settings.quiet.summary': object
  'settings.quiet.summary-caption': { time: string }
  'sign-in.failed.admin-consent': object
  'sign-in.failed.admin-consent-waiting': object
  'sign-in.failed.busy': object
  'sign-in.failed.cancelled': object
  'sign-in.failed.code-ran-out': object
  'sign-in.failed.consent-declined': object
  'sign-in.failed.consent-offline': object
  'sign-in.failed.declined': object
  'sign-in.failed.locked.disk': object
  'sign-in.failed.locked.keyring': object
  'sign-in.failed.locked.newer': object
  'sign-in.failed.no-browser': object
  'sign-in.failed.no-client-id': object
  'sign-in.failed.not-allowed': { code: string }
  'sign-in.failed.offline': object
  'sign-in.failed.other-account': { chosen: string; wanted: string }
  'sign-in.failed.registration': { code: string }
  'sign-in.failed.registration-in-cloud': { cloud: string; code: string }
  'sign-in.failed.registration-of-one': { code: string }
  'sign-in.failed.timed-out': object
  'sign-in.failed.unconfirmed': { code: string }
  'sign-in.failed.unexpected': { code: string }
  'sign-in.failed.wrong-account': { code: string }
  'sign-in.page.finished': object
  'sign-in.page.finished.next': object
  'sign-in.page.stopped': object
  'sign-in.page.stopped.next': object
  'start.failed.text': { folder: string; why: string }
  'start.failed.title': object
  'status.checking': { n: number; span: string }
  'status.connected': { connected: number; total: number }
  'status.menu.check-now': object
  'status.menu.needs-attention': object
  'status.menu.pause': object
  'status.menu.resume': object
  'status.needs-attention': { n: number }
  'status.nothing-followed': object
  'status.nothing-followed-next': object
  'subscriptions.caption': { accounts: number; n: number }
  'subscriptions.drives': { n: number }
  'subscriptions.empty': object
  'subscriptions.empty-signed-out': object
  'subscriptions.empty-title': object
  'subscriptions.find': object
  'subscriptions.follow': object
  'subscriptions.followed': { name: string }
  'subscriptions.following': object
  'subscriptions.found': { n: number }
  'subscriptions.found-none': object
  'subscriptions.needs-attention': object
  'subscriptions.pause-all': object
  'subscriptions.resume-all': object
  'subscriptions.to-accounts': object
  'subscriptions.unfollowed': { name: string }
  'time.at': { time: string }
  'time.day': { date: string; name: string }
  'time.from-to': { from: string; until: string }
  'time.span': { from: string; until: string }
  'time.today': object
  'time.tomorrow': { time: string }
  'time.yesterday': object
  'tray.activity-new': { n: number }
  'tray.catching-up': { name: string }
  'tray.change': { sentence: string; time: string }
  'tray.checking': { n: number }
  'tray.connected': { live: number; total: number }
  'tray.go-to': object
  'tray.mark-all-seen': object
  'tray.nothing-followed': object
  'tray.offline': object
  'tray.offline-since': { time: string }
  'tray.open': object
  'tray.pause': object
  'tray.pause-for': object
  'tray.pause.hour': object
  'tray.pause.tomorrow': { time: string }
  'tray.paused': object
  'tray.paused-until': { time: string }
  'tray.quit': object
  'tray.reconnecting': object
  'tray.resume': object
  'tray.sign-in': object
  'tray.tip.attention': { live: number; n: number; total: number }
  'tray.tip.catching-up': { unseen: number }
  'tray.tip.checking': { live: number; polling: number; unseen: number }
  'tray.tip.connected': { live: number; unseen: number }
  'tray.tip.no-account': object
  'tray.tip.nothing-followed': object
  'tray.tip.offline': object
  'tray.tip.paused': object
  'tray.tip.paused-until': { time: string }
  'tray.tip.reconnecting': { live: number; total: number }
  'welcome.cannot': object
  'welcome.cannot-text': object
  'welcome.connected-lead': { name: string }
  'welcome.connected-title': object
  'welcome.connecting-title': object
  'welcome.from-now-on': object
  'welcome.launch': object
  'welcome.lead': object
  'welcome.learning': object
  'welcome.learning-of': { about: number; done: number }
  'welcome.learning-so-far': { done: number }
  'welcome.opens-browser': object
  'welcome.reads': object
  'welcome.reads-text': object
  'welcome.sample': { place: string; sentence: string }
  'welcome.sample.item': object
  'welcome.sample.now': object
  'welcome.sample.place': object
  'welcome.sample.who': object
  'welcome.signed-in-as': { username: string }
  'welcome.signed-in-lead': object
  'welcome.signed-in-title': object
  'welcome.stays': object
  'welcome.stays-text.locked': object
  'welcome.stays-text.memory-only': object
  'welcome.stays-text.sealed': object
  'welcome.stays-text.unsealed-by-choice': object
  'welcome.title': object
  'welcome.to-activity': object
  'welcome.waiting': { minutes: number }
  'welcome.waiting-for-browser': object
  'welcome.waiting-lead': object
  'welcome.waiting-title': object
}

export type MessageKey = keyof Messages
