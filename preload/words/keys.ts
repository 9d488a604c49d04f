// Written by `npm run words` from locales/en.json.

/** Every message with the values it takes. */
export interface Messages {
  'account.sign-out.webhooks': { n: number; names: string }
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
  'activity.day.more': { n: number }
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
  'alert.keys-taken': object
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
  'button.remove': { what: string }
  'button.save': object
  'button.show-file': object
  'button.undo': object
  'catalogue.any.caption': object
  'catalogue.any.limit': object
  'catalogue.any.title': object
  'catalogue.ask.adhoc-call': object
  'catalogue.ask.alert': object
  'catalogue.ask.channel': object
  'catalogue.ask.chat': object
  'catalogue.ask.contact-folder': object
  'catalogue.ask.drive': object
  'catalogue.ask.folder': object
  'catalogue.ask.group': object
  'catalogue.ask.list': object
  'catalogue.ask.mail-folder': object
  'catalogue.ask.meeting': object
  'catalogue.ask.meeting-link': object
  'catalogue.ask.path': object
  'catalogue.ask.print-task': object
  'catalogue.ask.printer': object
  'catalogue.ask.site': object
  'catalogue.ask.team': object
  'catalogue.ask.teams-app': object
  'catalogue.ask.todo-list': object
  'catalogue.ask.town-hall': object
  'catalogue.ask.user': object
  'catalogue.ask.users': object
  'catalogue.ask.webinar': object
  'catalogue.caption.adhoc-call': object
  'catalogue.caption.app-installation': object
  'catalogue.caption.assistant': object
  'catalogue.caption.assistant-all': object
  'catalogue.caption.channel-message': object
  'catalogue.caption.channel-messages-all': object
  'catalogue.caption.chat-message': object
  'catalogue.caption.chat-messages-all': object
  'catalogue.caption.chat-messages-app': object
  'catalogue.caption.chat-messages-user': object
  'catalogue.caption.drive': object
  'catalogue.caption.event': object
  'catalogue.caption.health-alert': object
  'catalogue.caption.list': object
  'catalogue.caption.message': object
  'catalogue.caption.presence': object
  'catalogue.caption.shift': object
  'catalogue.caption.user': object
  'catalogue.caption.virtual-event': object
  'catalogue.caption.webinar': object
  'catalogue.chat.group': object
  'catalogue.chat.meeting': object
  'catalogue.chat.one-on-one': object
  'catalogue.chat.other': object
  'catalogue.choose.adhoc-call': object
  'catalogue.choose.alert': object
  'catalogue.choose.channel': object
  'catalogue.choose.chat': object
  'catalogue.choose.contact-folder': object
  'catalogue.choose.drive': object
  'catalogue.choose.folder': object
  'catalogue.choose.group': object
  'catalogue.choose.list': object
  'catalogue.choose.mail-folder': object
  'catalogue.choose.meeting': object
  'catalogue.choose.meeting-link': object
  'catalogue.choose.path': object
  'catalogue.choose.print-task': object
  'catalogue.choose.printer': object
  'catalogue.choose.site': object
  'catalogue.choose.team': object
  'catalogue.choose.teams-app': object
  'catalogue.choose.todo-list': object
  'catalogue.choose.town-hall': object
  'catalogue.choose.user': object
  'catalogue.choose.users': object
  'catalogue.choose.webinar': object
  'catalogue.closed.app-only': object
  'catalogue.closed.app-only-scopes': { scopes: string }
  'catalogue.closed.global-only': object
  'catalogue.closed.own-mailbox': object
  'catalogue.closed.preview': object
  'catalogue.closed.whole-drives': object
  'catalogue.closed.work-only': object
  'catalogue.data.must': object
  'catalogue.data.no': object
  'catalogue.extra-note.unknown-enum-members': object
  'catalogue.extra-note.user-properties': object
  'catalogue.extra.security-events': object
  'catalogue.extra.unknown-enum-members': object
  'catalogue.extra.user-properties': object
  'catalogue.family.alerts': object
  'catalogue.family.approvals': object
  'catalogue.family.calls': object
  'catalogue.family.conversations': object
  'catalogue.family.directory': object
  'catalogue.family.drives': object
  'catalogue.family.health': object
  'catalogue.family.outlook': object
  'catalogue.family.presence': object
  'catalogue.family.printing': object
  'catalogue.family.shifts': object
  'catalogue.family.tasks': object
  'catalogue.family.teams': object
  'catalogue.family.virtual-events': object
  'catalogue.group.calls-and-meetings': object
  'catalogue.group.devices-and-security': object
  'catalogue.group.files-and-lists': object
  'catalogue.group.mail-calendar-tasks': object
  'catalogue.group.other': object
  'catalogue.group.people-and-groups': object
  'catalogue.group.teams': object
  'catalogue.latency.alerts': object
  'catalogue.latency.approvals': object
  'catalogue.latency.calls': object
  'catalogue.latency.drives': object
  'catalogue.latency.messages': object
  'catalogue.latency.outlook': object
  'catalogue.latency.printing': object
  'catalogue.latency.shifts': object
  'catalogue.latency.tasks': object
  'catalogue.latency.teams': object
  'catalogue.limit': { of: string; span: string }
  'catalogue.limit-with-data': { of: string; span: string; spanWithData: string }
  'catalogue.mail-folder.archive': object
  'catalogue.mail-folder.deleteditems': object
  'catalogue.mail-folder.drafts': object
  'catalogue.mail-folder.inbox': object
  'catalogue.mail-folder.junkemail': object
  'catalogue.mail-folder.sentitems': object
  'catalogue.named.adhoc-recording.all': object
  'catalogue.named.adhoc-recording.call': object
  'catalogue.named.adhoc-recording.user': { user: string }
  'catalogue.named.adhoc-transcript.all': object
  'catalogue.named.adhoc-transcript.call': object
  'catalogue.named.adhoc-transcript.user': { user: string }
  'catalogue.named.alert.new': object
  'catalogue.named.alert.one': { alert: string }
  'catalogue.named.app-installation.app': object
  'catalogue.named.approval.all': object
  'catalogue.named.assistant-all.all': object
  'catalogue.named.assistant.user': { user: string }
  'catalogue.named.call-record.all': object
  'catalogue.named.call-recording.all': object
  'catalogue.named.call-recording.meeting': object
  'catalogue.named.call-recording.user': { user: string }
  'catalogue.named.call-transcript.all': object
  'catalogue.named.call-transcript.meeting': object
  'catalogue.named.call-transcript.user': { user: string }
  'catalogue.named.channel-members.team': { team: string }
  'catalogue.named.channel-message.channel': { channel: string }
  'catalogue.named.channel-messages-all.all': object
  'catalogue.named.channels-all.all': object
  'catalogue.named.channels.team': { team: string }
  'catalogue.named.chat-members-all.all': object
  'catalogue.named.chat-members-app.app': object
  'catalogue.named.chat-members.chat': { chat: string }
  'catalogue.named.chat-message.chat': { chat: string }
  'catalogue.named.chat-messages-all.all': object
  'catalogue.named.chat-messages-app.app': object
  'catalogue.named.chat-messages-user.own': object
  'catalogue.named.chat-messages-user.user': { user: string }
  'catalogue.named.chat.chat': { chat: string }
  'catalogue.named.chats-all.all': object
  'catalogue.named.chats-app.app': object
  'catalogue.named.chats-user.user': { user: string }
  'catalogue.named.contact.own': object
  'catalogue.named.contact.own-folder': { contactFolder: string }
  'catalogue.named.contact.user': { user: string }
  'catalogue.named.contact.user-folder': { contactFolder: string; user: string }
  'catalogue.named.conversation.group': { group: string }
  'catalogue.named.drive.drive': { drive: string }
  'catalogue.named.drive.folder': { folder: string }
  'catalogue.named.drive.own': object
  'catalogue.named.drive.user': { user: string }
  'catalogue.named.event.own': object
  'catalogue.named.event.user': { user: string }
  'catalogue.named.group.all': object
  'catalogue.named.group.members': { group: string }
  'catalogue.named.group.one': { group: string }
  'catalogue.named.group.owners': { group: string }
  'catalogue.named.health-alert.all': object
  'catalogue.named.list.list': { list: string }
  'catalogue.named.meeting-call.meeting': object
  'catalogue.named.message.all': object
  'catalogue.named.message.folder': { mailFolder: string }
  'catalogue.named.message.user': { user: string }
  'catalogue.named.message.user-folder': { mailFolder: string; user: string }
  'catalogue.named.presence.one': { user: string }
  'catalogue.named.presence.people': { users: string }
  'catalogue.named.print-task.task': object
  'catalogue.named.printer.printer': { printer: string }
  'catalogue.named.shift.offers': { team: string }
  'catalogue.named.shift.open': { team: string }
  'catalogue.named.shift.shifts': { team: string }
  'catalogue.named.shift.swaps': { team: string }
  'catalogue.named.shift.time-off': { team: string }
  'catalogue.named.team-members-all.all': object
  'catalogue.named.team-members.team': { team: string }
  'catalogue.named.team.team': { team: string }
  'catalogue.named.teams-all.all': object
  'catalogue.named.todo-task.list': { todoList: string }
  'catalogue.named.todo-task.user': { todoList: string; user: string }
  'catalogue.named.user.all': object
  'catalogue.named.user.one': { user: string }
  'catalogue.named.virtual-event.all': object
  'catalogue.named.virtual-event.organizers': { users: string }
  'catalogue.named.webinar-attendance.town-hall': object
  'catalogue.named.webinar-attendance.webinar': object
  'catalogue.named.webinar-registration.webinar': object
  'catalogue.named.webinar-session.town-hall': object
  'catalogue.named.webinar-session.webinar': object
  'catalogue.named.webinar.town-hall': object
  'catalogue.named.webinar.webinar': object
  'catalogue.note.adhoc-call': object
  'catalogue.note.adhoc-transcript': object
  'catalogue.note.no-permission-named': object
  'catalogue.note.older-pages': { least: string; wider: string }
  'catalogue.note.personal-unsure': object
  'catalogue.note.todo-application': object
  'catalogue.note.town-hall': object
  'catalogue.only.created': object
  'catalogue.only.no-created': object
  'catalogue.only.no-deleted': object
  'catalogue.only.updated': object
  'catalogue.only.updated-here': object
  'catalogue.options.above-first': object
  'catalogue.options.drives': object
  'catalogue.options.mail-folders': object
  'catalogue.options.none': object
  'catalogue.options.nothing': object
  'catalogue.people': { n: number }
  'catalogue.purpose.channels': object
  'catalogue.purpose.chats': object
  'catalogue.purpose.contact-folders': object
  'catalogue.purpose.folders': object
  'catalogue.purpose.groups': object
  'catalogue.purpose.mail-folders': object
  'catalogue.purpose.sites': object
  'catalogue.purpose.teams': object
  'catalogue.purpose.todo-lists': object
  'catalogue.quota.approvals': object
  'catalogue.quota.assistant': object
  'catalogue.quota.calls': object
  'catalogue.quota.directory': object
  'catalogue.quota.outlook': object
  'catalogue.quota.presence': object
  'catalogue.quota.recordings': object
  'catalogue.quota.shifts': object
  'catalogue.quota.teams-resource': object
  'catalogue.quota.teams-user': object
  'catalogue.quota.virtual-event': object
  'catalogue.row.adhoc-recording': object
  'catalogue.row.adhoc-transcript': object
  'catalogue.row.alert': object
  'catalogue.row.app-installation': object
  'catalogue.row.approval': object
  'catalogue.row.assistant': object
  'catalogue.row.assistant-all': object
  'catalogue.row.call-record': object
  'catalogue.row.call-recording': object
  'catalogue.row.call-transcript': object
  'catalogue.row.channel-members': object
  'catalogue.row.channel-message': object
  'catalogue.row.channel-messages-all': object
  'catalogue.row.channels': object
  'catalogue.row.channels-all': object
  'catalogue.row.chat': object
  'catalogue.row.chat-members': object
  'catalogue.row.chat-members-all': object
  'catalogue.row.chat-members-app': object
  'catalogue.row.chat-message': object
  'catalogue.row.chat-messages-all': object
  'catalogue.row.chat-messages-app': object
  'catalogue.row.chat-messages-user': object
  'catalogue.row.chats-all': object
  'catalogue.row.chats-app': object
  'catalogue.row.chats-user': object
  'catalogue.row.contact': object
  'catalogue.row.conversation': object
  'catalogue.row.drive': object
  'catalogue.row.event': object
  'catalogue.row.group': object
  'catalogue.row.health-alert': object
  'catalogue.row.list': object
  'catalogue.row.meeting-call': object
  'catalogue.row.message': object
  'catalogue.row.presence': object
  'catalogue.row.print-task': object
  'catalogue.row.printer': object
  'catalogue.row.shift': object
  'catalogue.row.team': object
  'catalogue.row.team-members': object
  'catalogue.row.team-members-all': object
  'catalogue.row.teams-all': object
  'catalogue.row.todo-task': object
  'catalogue.row.user': object
  'catalogue.row.virtual-event': object
  'catalogue.row.webinar': object
  'catalogue.row.webinar-attendance': object
  'catalogue.row.webinar-registration': object
  'catalogue.row.webinar-session': object
  'catalogue.title.gone': object
  'catalogue.title.new-mail': { place: string }
  'catalogue.title.resource': { resource: string }
  'catalogue.typed.adhoc-call': object
  'catalogue.typed.alert': object
  'catalogue.typed.meeting': object
  'catalogue.typed.meeting-link': object
  'catalogue.typed.path': object
  'catalogue.typed.print-task': object
  'catalogue.typed.printer': object
  'catalogue.typed.teams-app': object
  'catalogue.typed.town-hall': object
  'catalogue.typed.user': object
  'catalogue.typed.users': object
  'catalogue.typed.webinar': object
  'catalogue.unnamed.adhoc-call': object
  'catalogue.unnamed.alert': object
  'catalogue.unnamed.channel': object
  'catalogue.unnamed.chat': object
  'catalogue.unnamed.contact-folder': object
  'catalogue.unnamed.drive': object
  'catalogue.unnamed.folder': object
  'catalogue.unnamed.group': object
  'catalogue.unnamed.list': object
  'catalogue.unnamed.mail-folder': object
  'catalogue.unnamed.meeting': object
  'catalogue.unnamed.meeting-link': object
  'catalogue.unnamed.path': object
  'catalogue.unnamed.print-task': object
  'catalogue.unnamed.printer': object
  'catalogue.unnamed.site': object
  'catalogue.unnamed.team': object
  'catalogue.unnamed.teams-app': object
  'catalogue.unnamed.todo-list': object
  'catalogue.unnamed.town-hall': object
  'catalogue.unnamed.user': object
  'catalogue.unnamed.users': object
  'catalogue.unnamed.webinar': object
  'catalogue.way.adhoc-recording.all': object
  'catalogue.way.adhoc-recording.call': object
  'catalogue.way.adhoc-recording.user': object
  'catalogue.way.adhoc-transcript.all': object
  'catalogue.way.adhoc-transcript.call': object
  'catalogue.way.adhoc-transcript.user': object
  'catalogue.way.alert.new': object
  'catalogue.way.alert.one': object
  'catalogue.way.app-installation.app': object
  'catalogue.way.approval.all': object
  'catalogue.way.assistant-all.all': object
  'catalogue.way.assistant.user': object
  'catalogue.way.call-record.all': object
  'catalogue.way.call-recording.all': object
  'catalogue.way.call-recording.meeting': object
  'catalogue.way.call-recording.user': object
  'catalogue.way.call-transcript.all': object
  'catalogue.way.call-transcript.meeting': object
  'catalogue.way.call-transcript.user': object
  'catalogue.way.channel-members.team': object
  'catalogue.way.channel-message.channel': object
  'catalogue.way.channel-messages-all.all': object
  'catalogue.way.channels-all.all': object
  'catalogue.way.channels.team': object
  'catalogue.way.chat-members-all.all': object
  'catalogue.way.chat-members-app.app': object
  'catalogue.way.chat-members.chat': object
  'catalogue.way.chat-message.chat': object
  'catalogue.way.chat-messages-all.all': object
  'catalogue.way.chat-messages-app.app': object
  'catalogue.way.chat-messages-user.own': object
  'catalogue.way.chat-messages-user.user': object
  'catalogue.way.chat.chat': object
  'catalogue.way.chats-all.all': object
  'catalogue.way.chats-app.app': object
  'catalogue.way.chats-user.user': object
  'catalogue.way.contact.own': object
  'catalogue.way.contact.own-folder': object
  'catalogue.way.contact.user': object
  'catalogue.way.contact.user-folder': object
  'catalogue.way.conversation.group': object
  'catalogue.way.drive.drive': object
  'catalogue.way.drive.folder': object
  'catalogue.way.drive.own': object
  'catalogue.way.drive.user': object
  'catalogue.way.event.own': object
  'catalogue.way.event.user': object
  'catalogue.way.group.all': object
  'catalogue.way.group.members': object
  'catalogue.way.group.one': object
  'catalogue.way.group.owners': object
  'catalogue.way.health-alert.all': object
  'catalogue.way.list.list': object
  'catalogue.way.meeting-call.meeting': object
  'catalogue.way.message.all': object
  'catalogue.way.message.folder': object
  'catalogue.way.message.user': object
  'catalogue.way.message.user-folder': object
  'catalogue.way.presence.one': object
  'catalogue.way.presence.people': object
  'catalogue.way.print-task.task': object
  'catalogue.way.printer.printer': object
  'catalogue.way.shift.offers': object
  'catalogue.way.shift.open': object
  'catalogue.way.shift.shifts': object
  'catalogue.way.shift.swaps': object
  'catalogue.way.shift.time-off': object
  'catalogue.way.team-members-all.all': object
  'catalogue.way.team-members.team': object
  'catalogue.way.team.team': object
  'catalogue.way.teams-all.all': object
  'catalogue.way.todo-task.list': object
  'catalogue.way.todo-task.user': object
  'catalogue.way.user.all': object
  'catalogue.way.user.one': object
  'catalogue.way.virtual-event.all': object
  'catalogue.way.virtual-event.organizers': object
  'catalogue.way.webinar-attendance.town-hall': object
  'catalogue.way.webinar-attendance.webinar': object
  'catalogue.way.webinar-registration.webinar': object
  'catalogue.way.webinar-session.town-hall': object
  'catalogue.way.webinar-session.webinar': object
  'catalogue.way.webinar.town-hall': object
  'catalogue.way.webinar.webinar': object
  'cause.blocked': object
  'cause.crowded': object
  'cause.cut': object
  'cause.endless-list': object
  'cause.forbidden': object
  'cause.locked': object
  'cause.managed': object
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
  'cli.cut': object
  'cli.help': object
  'cli.missed': { n: number }
  'cli.nobody': object
  'cli.refused.nothing-there': object
  'cli.refused.site': { name: string }
  'cli.refused.which-account': object
  'cli.stranger': object
  'cli.wrong.link': object
  'cli.wrong.pause': { word: string }
  'cli.wrong.span': { word: string }
  'cli.wrong.word': { word: string }
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
  'deliveries.all': object
  'deliveries.answered': { status: string }
  'deliveries.any': object
  'deliveries.back': object
  'deliveries.bytes': { n: number }
  'deliveries.check.failed': object
  'deliveries.check.passed': object
  'deliveries.check.skipped': object
  'deliveries.checks': object
  'deliveries.copy': object
  'deliveries.copy-raw': object
  'deliveries.copy.curl': object
  'deliveries.copy.http': object
  'deliveries.copy.json': object
  'deliveries.copy.test': object
  'deliveries.data': object
  'deliveries.decrypted': object
  'deliveries.entries': { n: number }
  'deliveries.failed': object
  'deliveries.headers': object
  'deliveries.headline': { answer: string; what: string }
  'deliveries.hidden': object
  'deliveries.hide': object
  'deliveries.kept': object
  'deliveries.list': object
  'deliveries.loading': object
  'deliveries.no-match': object
  'deliveries.none': object
  'deliveries.notification': object
  'deliveries.raw': object
  'deliveries.reading': object
  'deliveries.replay': object
  'deliveries.replay-series': object
  'deliveries.save': object
  'deliveries.saved': { file: string }
  'deliveries.series-failed': { failed: number; sent: number }
  'deliveries.series-sent': { sent: number }
  'deliveries.show': object
  'deliveries.show-more': object
  'deliveries.title': object
  'deliveries.today': { time: string }
  'deliveries.verdict': object
  'deliveries.verdict.accepted': object
  'deliveries.verdict.handshake': object
  'deliveries.verdict.lifecycle': object
  'deliveries.verdict.not-stored': object
  'deliveries.verdict.refused': object
  'deliveries.verdict.repeat': object
  'deliveries.whose': object
  'delivery.accepted': object
  'delivery.check.client-state': object
  'delivery.check.data-signature': object
  'delivery.check.path': object
  'delivery.check.repeat': object
  'delivery.check.subscription-id': object
  'delivery.check.validation-token': object
  'delivery.checking': object
  'delivery.data.not-encrypted': object
  'delivery.data.unknown-certificate': object
  'delivery.data.unreadable': object
  'delivery.data.wrong-key': object
  'delivery.data.wrong-signature': object
  'delivery.disk': object
  'delivery.found.came-before': object
  'delivery.found.different': object
  'delivery.found.equal': object
  'delivery.found.first-time': object
  'delivery.found.gone': object
  'delivery.found.hmac': { key: string }
  'delivery.found.known': object
  'delivery.found.missing': object
  'delivery.found.no-id': object
  'delivery.found.nothing-inside': object
  'delivery.found.signed': { minutes: number }
  'delivery.found.unknown': object
  'delivery.gone': object
  'delivery.handshake': object
  'delivery.lifecycle': object
  'delivery.lifecycle.missed': object
  'delivery.lifecycle.reauthorization-required': object
  'delivery.lifecycle.subscription-removed': object
  'delivery.no-replay': object
  'delivery.not-stored': object
  'delivery.refused': object
  'delivery.refused-why': { why: string }
  'delivery.repeat': object
  'delivery.replayed': { what: string }
  'delivery.token.keys-unreachable': object
  'delivery.token.malformed': object
  'delivery.token.missing': object
  'delivery.token.out-of-time': object
  'delivery.token.wrong-audience': object
  'delivery.token.wrong-caller': object
  'delivery.token.wrong-issuer': object
  'delivery.token.wrong-signature': object
  'delivery.unknown-address': object
  'delivery.why.bad-signature': object
  'delivery.why.bad-token': object
  'delivery.why.malformed': object
  'delivery.why.not-encrypted': object
  'delivery.why.too-large': object
  'delivery.why.too-many': object
  'delivery.why.too-slow': object
  'delivery.why.unknown-key': object
  'delivery.why.unknown-path': object
  'delivery.why.unknown-subscription': object
  'delivery.why.wrong-client-state': object
  'delivery.why.wrong-method': object
  'device-code.code': { code: string }
  'device-code.copied': object
  'device-code.copy': object
  'device-code.good-for': { minutes: number }
  'device-code.lead': { address: string }
  'device-code.open-here': object
  'device-code.title': object
  'diagnostics.asked': object
  'diagnostics.asked-refused': { n: number }
  'diagnostics.asked-value': { n: number }
  'diagnostics.check': object
  'diagnostics.check-intro': object
  'diagnostics.check-title': object
  'diagnostics.checking': object
  'diagnostics.copy-report': object
  'diagnostics.failed': object
  'diagnostics.first': object
  'diagnostics.found.notifications.darwin': object
  'diagnostics.found.notifications.linux': object
  'diagnostics.found.notifications.none': object
  'diagnostics.found.notifications.service': { name: string }
  'diagnostics.found.notifications.win32': object
  'diagnostics.found.proxy.none': object
  'diagnostics.found.proxy.used': { address: string }
  'diagnostics.found.tray.none': object
  'diagnostics.found.tray.panel': object
  'diagnostics.found.tray.unknown': object
  'diagnostics.found.tray.xembed': object
  'diagnostics.history': object
  'diagnostics.history-not-kept': { size: string }
  'diagnostics.link.drive': object
  'diagnostics.link.ends': object
  'diagnostics.link.events': { name: string }
  'diagnostics.link.hide-events': { name: string }
  'diagnostics.link.live-since': object
  'diagnostics.link.none': object
  'diagnostics.link.trouble': object
  'diagnostics.links': object
  'diagnostics.links-none': object
  'diagnostics.log': object
  'diagnostics.log-empty': object
  'diagnostics.log-show': object
  'diagnostics.memory': object
  'diagnostics.memory-aim': object
  'diagnostics.processor': { span: string }
  'diagnostics.processor-aim': { share: number }
  'diagnostics.processor-value': { share: number }
  'diagnostics.report-copied': object
  'diagnostics.running': object
  'diagnostics.system': object
  'diagnostics.verdict.failed': object
  'diagnostics.verdict.passed': object
  'diagnostics.verdict.skipped': object
  'diagnostics.version': object
  'diagnostics.version-value': { electron: string; node: string; version: string }
  'diagnostics.wake-ups': object
  'diagnostics.wake-ups-aim': object
  'diagnostics.wake-ups-unknown': object
  'diagnostics.wake-ups-value': { n: number }
  'diagnostics.well': object
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
  'discover.managed': object
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
  'doctor.application-id.missing': object
  'doctor.application-id.refused': object
  'doctor.clock.ahead': { minutes: number }
  'doctor.clock.behind': { minutes: number }
  'doctor.clock.date': object
  'doctor.microsoft.blocked': { host: string }
  'doctor.microsoft.in-trouble': object
  'doctor.microsoft.too-much': object
  'doctor.name.application-id': object
  'doctor.name.clock': object
  'doctor.name.microsoft': object
  'doctor.name.network': object
  'doctor.name.notifications': object
  'doctor.name.permission': object
  'doctor.name.sign-in': object
  'doctor.name.storage': object
  'doctor.name.websockets': object
  'doctor.network.certificate': object
  'doctor.network.none': object
  'doctor.network.nowhere': object
  'doctor.network.proxy-away': object
  'doctor.network.proxy-password': object
  'doctor.network.sign-in': object
  'doctor.notifications.none': object
  'doctor.passed.application-id': object
  'doctor.passed.clock': object
  'doctor.passed.microsoft': object
  'doctor.passed.network': object
  'doctor.passed.notifications': object
  'doctor.passed.permission': object
  'doctor.passed.sign-in': object
  'doctor.passed.storage': object
  'doctor.passed.websockets': object
  'doctor.permission.admin': { username: string }
  'doctor.permission.gone': { name: string }
  'doctor.permission.no-access': { name: string }
  'doctor.permission.withdrawn': { username: string }
  'doctor.sign-in.again': { username: string }
  'doctor.sign-in.nobody': object
  'doctor.skipped': object
  'doctor.storage.damaged': object
  'doctor.storage.full': object
  'doctor.storage.newer': object
  'doctor.storage.unwritable': object
  'doctor.websockets.blocked': object
  'doctor.websockets.crowded': object
  'doctor.websockets.refused': object
  'draft.address.missing': object
  'draft.address.not-https': object
  'draft.address.only-here': object
  'draft.address.password': object
  'draft.address.unreadable': object
  'draft.any.permission': { scopes: string }
  'draft.any.unknown': object
  'draft.any.written-otherwise': object
  'draft.change-types': object
  'draft.client-state.long': { most: number; n: number }
  'draft.client-state.missing': object
  'draft.data.must': object
  'draft.data.no-certificate': object
  'draft.extras.security-events': object
  'draft.extras.unknown-enum-members': object
  'draft.extras.user-properties': object
  'draft.filter.no': object
  'draft.form': object
  'draft.ids.presence': { example: string; id: string }
  'draft.life.long': { of: string; span: string }
  'draft.life.long-with-data': { of: string; span: string }
  'draft.life.short': { span: string }
  'draft.lifecycle.missing': object
  'draft.meeting-link': object
  'draft.model.no': object
  'draft.model.only': { models: string }
  'draft.most-people': { n: number }
  'draft.one-only': object
  'draft.row': object
  'draft.select.form': object
  'draft.select.missing': object
  'draft.select.no': object
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
  'drive.name.in-site': { name: string; site: string }
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
  'drive.state.detail.last-change': { ago: string }
  'drive.state.detail.last-checked': { ago: string }
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
  'drive.state.reconnecting-in': { ahead: string }
  'drive.state.signed-out': object
  'event-hub.did': object
  'event-hub.group': object
  'event-hub.group-hint': object
  'event-hub.incomplete': object
  'event-hub.key': object
  'event-hub.key-kept': object
  'event-hub.name': object
  'event-hub.namespace': object
  'event-hub.next': object
  'event-hub.no-key': object
  'event-hub.not-read': object
  'event-hub.on': object
  'event-hub.open': object
  'event-hub.rights': object
  'event-hub.state.connecting': { name: string }
  'event-hub.state.failed': object
  'event-hub.state.reading': { name: string }
  'event-hub.tenant': object
  'event-hub.text': object
  'event-hub.title': object
  'event-hub.web-socket': object
  'event-hub.why.key': object
  'event-hub.why.not-found': object
  'event-hub.why.other': { code: string }
  'event-hub.why.other-hub': object
  'event-hub.why.too-many': object
  'event-hub.why.unreachable': object
  'event-hub.why.unreadable': object
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
  'follow.follow-several': { n: number }
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
  'follow.several': { n: number; names: string }
  'follow.show-it': object
  'follow.show-more': object
  'follow.sign-in-first': object
  'follow.sites-followed': object
  'follow.tab.link': object
  'follow.tab.mine': object
  'follow.tab.shared': object
  'follow.tab.sites': object
  'follow.tab.teams': object
  'forwarding.change': object
  'forwarding.did': object
  'forwarding.did.changed': object
  'forwarding.do': object
  'forwarding.do-again': object
  'forwarding.hint.raw': object
  'forwarding.hint.verified': object
  'forwarding.kind.raw': object
  'forwarding.kind.verified': object
  'forwarding.line': { address: string; done: number; failed: number; waiting: number }
  'forwarding.line-off': { done: number; failed: number }
  'forwarding.menu': object
  'forwarding.on': object
  'forwarding.path': object
  'forwarding.port': object
  'forwarding.refused.no-port': object
  'forwarding.refused.no-series': object
  'forwarding.refused.own-port': object
  'forwarding.refused.path': object
  'forwarding.state.done': { answer: string; status: string }
  'forwarding.state.failed': { why: string }
  'forwarding.state.tries': { why: string }
  'forwarding.state.waiting': object
  'forwarding.text': object
  'forwarding.title': object
  'forwarding.what': object
  'forwarding.why.answered': { status: string }
  'forwarding.why.broken': { port: string }
  'forwarding.why.nobody': { port: string }
  'forwarding.why.off': object
  'forwarding.why.silence': { port: string }
  'guide.address': object
  'guide.address-text': object
  'guide.copy': object
  'guide.delivered': object
  'guide.delivery': object
  'guide.delivery-text': object
  'guide.first': object
  'guide.first-text': object
  'guide.other': object
  'guide.renamed': object
  'guide.title': object
  'guide.tunnel': object
  'guide.tunnel-field': object
  'guide.tunnel-text': object
  'guide.tunnel.cloudflare': object
  'guide.tunnel.dev-tunnels': object
  'guide.tunnel.ngrok': object
  'guide.tunnel.tailscale': object
  'guide.waiting': object
  'help.about': object
  'help.chromium-show': object
  'help.chromium-text': object
  'help.host': { chromium: string; electron: string; node: string }
  'help.keys.act.back': object
  'help.keys.act.confirm': object
  'help.keys.act.delete': object
  'help.keys.act.details': object
  'help.keys.act.move': object
  'help.keys.act.mute': object
  'help.keys.act.new': object
  'help.keys.act.next-tab': object
  'help.keys.act.open': object
  'help.keys.act.pause': object
  'help.keys.act.replay': object
  'help.keys.act.search': object
  'help.keys.act.seen': object
  'help.keys.act.unfold': object
  'help.keys.act.unfollow': object
  'help.keys.activity': object
  'help.keys.everywhere': object
  'help.keys.follow': object
  'help.keys.subscriptions': object
  'help.keys.webhooks': object
  'help.license-none': object
  'help.license-own': object
  'help.licenses': object
  'help.licenses-failed': object
  'help.licenses-text': { n: number }
  'help.more': object
  'help.report': object
  'help.report-label': object
  'help.report-making': object
  'help.report-open': object
  'help.report-text': object
  'help.shortcuts': object
  'help.topic.application-id': object
  'help.topic.application-id.text': object
  'help.topic.command-line': object
  'help.topic.command-line.text': object
  'help.topic.connection': object
  'help.topic.connection.text': object
  'help.topic.following': object
  'help.topic.following.text': object
  'help.topic.no-notifications': object
  'help.topic.no-notifications.text': object
  'help.topic.notifications': object
  'help.topic.notifications.text': object
  'help.topic.privacy': object
  'help.topic.privacy.text': object
  'help.topic.sign-in': object
  'help.topic.sign-in.text': object
  'help.topic.tray': object
  'help.topic.tray.text': object
  'help.topic.webhooks': object
  'help.topic.webhooks.text': object
  'help.topics': object
  'help.version': { version: string }
  'help.whats-new': object
  'help.whats-new-language': object
  'item.this': object
  'item.unnamed': object
  'keyring.refused': object
  'launcher.open': object
  'launcher.pause': object
  'launcher.resume': object
  'listener.address': object
  'listener.address-hint': object
  'listener.address-hint-port': { port: string }
  'listener.arrived': { ago: string; refused: string }
  'listener.does-not-lead': object
  'listener.failed': object
  'listener.foot': object
  'listener.foot-failed': object
  'listener.is-off': object
  'listener.no-address': object
  'listener.no-address-next': object
  'listener.not-opened': object
  'listener.off': object
  'listener.off-next': object
  'listener.on': object
  'listener.port-taken': { port: string }
  'listener.reachable': { url: string }
  'listener.reachable-announced': object
  'listener.refused': { n: number }
  'listener.refused-title': object
  'listener.save': object
  'listener.starting': object
  'listener.step.failed': object
  'listener.step.passed': object
  'listener.step.running': object
  'listener.step.waiting': object
  'listener.steps': object
  'listener.test-off': object
  'listener.tested': { ago: string; answer: string; refused: string }
  'listener.tested-failed': { ago: string; why: string }
  'listener.testing': { url: string }
  'listener.title': object
  'listener.tunnel': object
  'listener.tunnel-copied': object
  'listener.tunnel.cloudflare': object
  'listener.tunnel.dev-tunnels': object
  'listener.tunnel.ngrok': object
  'listener.tunnel.tailscale': object
  'listener.unreachable': object
  'listener.untested': { url: string }
  'listener.what-is-a-tunnel': object
  'menu.about': object
  'menu.all-to-front': object
  'menu.close': object
  'menu.copy': object
  'menu.cut': object
  'menu.edit': object
  'menu.hide': object
  'menu.hide-others': object
  'menu.minimize': object
  'menu.paste': object
  'menu.quit': object
  'menu.redo': object
  'menu.select-all': object
  'menu.services': object
  'menu.show-all': object
  'menu.undo': object
  'menu.window': object
  'menu.zoom': object
  'mute.done': object
  'mute.drive': object
  'mute.length.an-hour': object
  'mute.length.tomorrow': object
  'mute.length.until-unmuted': object
  'mute.muted': { what: string }
  'mute.muted-until': { time: string; what: string }
  'mute.unmute': object
  'mute.what.file': object
  'mute.what.folder': object
  'mute.what.person': object
  'mute.what.subscription': object
  'nav.account-needs-attention': object
  'nav.crumbs': object
  'nav.label': object
  'nav.new-changes': { n: number }
  'needs.gone': { name: string }
  'needs.no-access': { name: string }
  'needs.sign-in': { username: string }
  'needs.webhooks': { n: number }
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
  'notice.burst.malware': { n: number; place: string; thing: 'file' | 'other' }
  'notice.burst.many': { n: number; people: number; place: string; thing: 'file' | 'other' }
  'notice.burst.shared-by-link': { n: number; thing: 'file' | 'other'; who: string }
  'notice.by-person': { items: string; who: string }
  'notice.changed': { item: string; who: string }
  'notice.count.added': { n: number }
  'notice.count.appeared': { n: number }
  'notice.count.changed': { n: number }
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
  'notice.edited-by-several': { item: string; who: string }
  'notice.entry.added': { item: string; place: string; who: string }
  'notice.entry.deleted': { item: string; place: string; who: string }
  'notice.entry.edited': { item: string; place: string; who: string }
  'notice.malware': { item: string }
  'notice.moved': { item: string; place: string; who: string }
  'notice.moved-and-renamed': { item: string; old: string; place: string; who: string }
  'notice.moved-and-renamed-with-items': { item: string; n: number; old: string; place: string; who: string }
  'notice.moved-briefly': { item: string; who: string }
  'notice.moved-with-items': { item: string; n: number; place: string; who: string }
  'notice.muted.body': object
  'notice.muted.for-good': { what: string }
  'notice.muted.until': { time: string; what: string }
  'notice.named': { items: string; n: number }
  'notice.nameless.body': object
  'notice.nameless.sign-in': object
  'notice.nameless.title': object
  'notice.needs.sign-in': { account: string }
  'notice.pair.added': { first: string; second: string; who: string }
  'notice.pair.changed': { first: string; second: string; who: string }
  'notice.pair.deleted': { first: string; second: string; who: string }
  'notice.pair.edited': { first: string; second: string; who: string }
  'notice.pair.many': { first: string; people: number; second: string }
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
  'page.diagnostics': object
  'page.help': object
  'page.settings': object
  'page.subscriptions': object
  'page.webhooks': object
  'pause.an-hour': object
  'pause.for-an-hour': object
  'pause.tomorrow': { time: string }
  'pause.until-resumed': object
  'permission.aienterpriseinteraction-read': object
  'permission.calendar': object
  'permission.calendars-read': object
  'permission.callrecordings-read-all': object
  'permission.calltranscripts-read-all': object
  'permission.channel-readbasic-all': object
  'permission.channelmessage-read-all': object
  'permission.chat-read': object
  'permission.chat-readbasic': object
  'permission.chatmember-read': object
  'permission.chats': object
  'permission.contacts': object
  'permission.contacts-read': object
  'permission.copilot': object
  'permission.files': object
  'permission.files-read': object
  'permission.files-read-all': object
  'permission.files-readwrite': object
  'permission.files-readwrite-all': object
  'permission.group-read-all': object
  'permission.mail': object
  'permission.mail-read': object
  'permission.mail-readbasic': object
  'permission.meetings': object
  'permission.onlinemeetingrecording-read-all': object
  'permission.onlinemeetingtranscript-read-all': object
  'permission.open-files': object
  'permission.other': object
  'permission.presence': object
  'permission.presence-read-all': object
  'permission.profile': object
  'permission.schedule-read-all': object
  'permission.security': object
  'permission.securityevents-readwrite-all': object
  'permission.sites': object
  'permission.sites-read-all': object
  'permission.sites-readwrite-all': object
  'permission.tasks': object
  'permission.tasks-readwrite': object
  'permission.team-readbasic-all': object
  'permission.teammember-read-all': object
  'permission.teams': object
  'permission.user-read-all': object
  'permission.virtualevent-read': object
  'person.both': { first: string; second: string }
  'person.count': { n: number; who: string }
  'person.others': { n: number }
  'person.several': { n: number }
  'person.someone': object
  'person.you': object
  'place.more-drives': { n: number }
  'place.several-drives': { n: number }
  'policy.problem.no-json': object
  'policy.problem.unknown': { name: string }
  'policy.problem.unreadable': { file: string }
  'policy.problem.untrusted': { file: string }
  'policy.problem.value': { name: string }
  'presence.available': object
  'presence.away': object
  'presence.be-right-back': object
  'presence.busy': object
  'presence.do-not-disturb': object
  'presence.offline': object
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
  'reason.why.muted-for-good': { what: string }
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
  'reason.why.unmuted': object
  'reason.why.waiting': object
  'reason.words.app-change': object
  'reason.words.before-followed': object
  'reason.words.digest': { time: string }
  'reason.words.muted': { words: string }
  'reason.words.muted-for-good': object
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
  'refusal.managed': object
  'refusal.no-address': object
  'refusal.no-file': object
  'refusal.no-notifications': object
  'refusal.no-page': object
  'refusal.no-sign-in-page': object
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
  'rule.none-chosen': object
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
  'rules.names': object
  'rules.names-text': object
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
  'rules.people.choose-someone': object
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
  'self-test.certificate': object
  'self-test.certificate-failed': object
  'self-test.fast': object
  'self-test.fast-failed': object
  'self-test.found.address': { address: string }
  'self-test.found.answered': { answer: string }
  'self-test.found.certificate': { date: string; protocol: string }
  'self-test.found.no-certificate': object
  'self-test.name': { host: string }
  'self-test.name-failed': { host: string }
  'self-test.query': object
  'self-test.query-failed': object
  'self-test.reaches-us': object
  'self-test.reaches-us-failed': object
  'self-test.token': object
  'self-test.token-failed': object
  'self-test.why.answer': { status: string; target: string }
  'self-test.why.answer-from': { server: string; status: string; target: string }
  'self-test.why.changed': object
  'self-test.why.expired': object
  'self-test.why.name': { host: string }
  'self-test.why.no-answer': { host: string }
  'self-test.why.no-authority': object
  'self-test.why.no-https': { host: string; port: string }
  'self-test.why.not-trusted': { code: string }
  'self-test.why.old-tls': { host: string; protocol: string }
  'self-test.why.other-name': object
  'self-test.why.page': { status: string; target: string }
  'self-test.why.page-from': { server: string; status: string; target: string }
  'self-test.why.query': object
  'self-test.why.redirect': { to: string }
  'self-test.why.redirect-unknown': object
  'self-test.why.silence': { target: string }
  'self-test.why.slow': { seconds: number }
  'settings.application-id': object
  'settings.application-id.change': object
  'settings.application-id.from-policy': object
  'settings.application-id.from-settings': object
  'settings.application-id.from-simulator': object
  'settings.drivebell': object
  'settings.drivebell.diagnostics': object
  'settings.drivebell.diagnostics-caption': object
  'settings.drivebell.help': object
  'settings.drivebell.open': object
  'settings.drivebell.version': { version: string }
  'settings.drivebell.version-caption': object
  'settings.general': object
  'settings.general.keys': object
  'settings.general.keys-caption': { mod: string }
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
  'settings.managed': object
  'settings.managed.bar': { n: number; organization: string }
  'settings.managed.bar-nobody': { n: number }
  'settings.managed.bar-text': object
  'settings.managed.by': { organization: string }
  'settings.managed.by-nobody': object
  'settings.managed.cloud': object
  'settings.managed.problems': object
  'settings.managed.targets': object
  'settings.managed.updates': object
  'settings.muted': object
  'settings.muted.guests': object
  'settings.muted.until': { time: string }
  'settings.muted.until-unmuted': object
  'settings.notifications': object
  'settings.notifications.names': object
  'settings.notifications.names-caption': object
  'settings.notifications.names.hide': object
  'settings.notifications.names.show': object
  'settings.notifications.names.unless-locked': object
  'settings.notifications.open': object
  'settings.notifications.open-caption': object
  'settings.notifications.open.browser': object
  'settings.notifications.open.desktop-app': object
  'settings.notifications.own': object
  'settings.notifications.own-caption': object
  'settings.notifications.show': object
  'settings.notifications.show-caption': object
  'settings.notifications.sound': object
  'settings.notifications.sound-caption': object
  'settings.notifications.sound.off': object
  'settings.notifications.sound.system': object
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
  'sign-in.open-again': object
  'sign-in.page.finished': object
  'sign-in.page.finished.next': object
  'sign-in.page.stopped': object
  'sign-in.page.stopped.next': object
  'span.days': { days: number }
  'span.days-hours': { days: number; hours: number }
  'span.days-hours-minutes': { days: number; hours: number; minutes: number }
  'span.hours': { hours: number }
  'span.hours-minutes': { hours: number; minutes: number }
  'span.minutes': { minutes: number }
  'start.failed.text': { folder: string; why: string }
  'start.failed.title': object
  'start.taken': { folder: string }
  'status.checking': { n: number; span: string }
  'status.connected': { connected: number; total: number }
  'status.menu.check-now': object
  'status.menu.diagnostics': object
  'status.menu.help': object
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
  'travel.caption': object
  'travel.export': object
  'travel.file': object
  'travel.import': object
  'travel.imported': object
  'travel.preview.changed': { n: number }
  'travel.preview.new': { n: number }
  'travel.preview.nothing': object
  'travel.preview.settings': { n: number }
  'travel.preview.skipped': { n: number }
  'travel.preview.skipped-line': { name: string; why: string }
  'travel.preview.title': object
  'travel.preview.unread': { n: number }
  'travel.refused.newer': { version: string }
  'travel.refused.other': object
  'travel.reset': object
  'travel.reset-ask': object
  'travel.reset-caption': object
  'travel.reset-text': object
  'travel.reset-title': object
  'travel.reset-yes': object
  'travel.reset.done': object
  'travel.skipped.signed-out': { account: string }
  'travel.title': object
  'tray.activity-new': { n: number }
  'tray.catching-up': { name: string }
  'tray.change': { sentence: string; time: string }
  'tray.checking': { n: number }
  'tray.connected': { live: number; total: number }
  'tray.diagnostics': object
  'tray.go-to': object
  'tray.help': object
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
  'webhook-notice.changed': { place: string }
  'webhook-notice.changed-in': { place: string }
  'webhook-notice.changed.contact': { place: string }
  'webhook-notice.changed.event': { place: string }
  'webhook-notice.changed.message': { place: string }
  'webhook-notice.deleted': { place: string }
  'webhook-notice.deleted.contact': { place: string }
  'webhook-notice.deleted.event': { place: string }
  'webhook-notice.deleted.message': { place: string }
  'webhook-notice.from': { who: string }
  'webhook-notice.item-from': { item: string; who: string }
  'webhook-notice.missed': { place: string }
  'webhook-notice.new': { place: string }
  'webhook-notice.new.contact': { place: string }
  'webhook-notice.new.event': { place: string }
  'webhook-notice.new.message': { place: string }
  'webhook-notice.place.list': { list: string }
  'webhook-notice.place.own': object
  'webhook-notice.place.user': { user: string }
  'webhook-notice.several': { n: number; place: string }
  'webhook-notice.with': { detail: string; what: string }
  'webhook.address.change': object
  'webhook.address.changing': object
  'webhook.address.field': object
  'webhook.address.hint': object
  'webhook.address.text': object
  'webhook.address.title': object
  'webhook.ask': object
  'webhook.asking': object
  'webhook.by-id.add': object
  'webhook.by-id.field': object
  'webhook.by-id.text': object
  'webhook.by-id.title': object
  'webhook.came.failed': { n: number }
  'webhook.came.none': object
  'webhook.came.none-here': object
  'webhook.came.none-yet': object
  'webhook.catch-up.needs-permission': object
  'webhook.catch-up.reads': object
  'webhook.catch-up.says': object
  'webhook.change.created': object
  'webhook.change.deleted': object
  'webhook.change.updated': object
  'webhook.consent': { purpose: string }
  'webhook.consent-write': { purpose: string }
  'webhook.copy-admin-link': object
  'webhook.details.deleting': object
  'webhook.details.deleting-soon': object
  'webhook.details.dropped': object
  'webhook.details.elsewhere': object
  'webhook.details.expired': object
  'webhook.details.expires-in': { span: string }
  'webhook.details.gone': object
  'webhook.details.hidden': object
  'webhook.details.holds': object
  'webhook.details.holds-loading': object
  'webhook.details.inspect': object
  'webhook.details.last': object
  'webhook.details.last-answered': { ago: string; answer: string }
  'webhook.details.late': object
  'webhook.details.life': object
  'webhook.details.lifecycle': object
  'webhook.details.lifecycle.missed': { time: string }
  'webhook.details.lifecycle.reauthorized': { time: string }
  'webhook.details.lifecycle.removed': { time: string }
  'webhook.details.made': { time: string }
  'webhook.details.none-now': object
  'webhook.details.none-refused': object
  'webhook.details.none-yet': object
  'webhook.details.not-renewed': object
  'webhook.details.nothing': object
  'webhook.details.now': object
  'webhook.details.refused': object
  'webhook.details.refused-count': { n: number; why: string }
  'webhook.details.renewed': object
  'webhook.details.renews': object
  'webhook.details.renews-on': { date: string; time: string }
  'webhook.details.renews-today': { time: string }
  'webhook.details.renews-tomorrow': { time: string }
  'webhook.details.show-all': { n: number }
  'webhook.details.show-few': object
  'webhook.details.signed-out': object
  'webhook.details.slow-bar': { all: number; slow: number }
  'webhook.details.slow-for': { n: number }
  'webhook.details.slow-title': object
  'webhook.details.slow.dropped': object
  'webhook.details.slow.fast': object
  'webhook.details.slow.late': object
  'webhook.details.week': object
  'webhook.details.week-counts': { delivered: number; failed: number }
  'webhook.did.added': object
  'webhook.did.address-changed': object
  'webhook.did.address-copied': object
  'webhook.did.copied': object
  'webhook.did.created': object
  'webhook.did.deleting': { title: string }
  'webhook.did.details-copied': object
  'webhook.did.json-copied': object
  'webhook.did.moved': object
  'webhook.did.reauthorized': object
  'webhook.did.recreated': object
  'webhook.did.renewed': object
  'webhook.did.replayed': object
  'webhook.did.request-copied': object
  'webhook.did.taken-over': object
  'webhook.do.change-address': object
  'webhook.do.delete': object
  'webhook.do.deliveries': object
  'webhook.do.details': object
  'webhook.do.reauthorize': object
  'webhook.do.recreate': object
  'webhook.do.renew': object
  'webhook.do.take-over': object
  'webhook.ends.none': object
  'webhook.ends.not-here': object
  'webhook.ends.not-now': object
  'webhook.ends.over': object
  'webhook.ends.renews': { time: string }
  'webhook.ends.renews-in': { ahead: string }
  'webhook.ends.renews-now': object
  'webhook.ends.renews-today': { time: string }
  'webhook.ends.renews-tomorrow': object
  'webhook.ends.tries-again': { ahead: string }
  'webhook.ends.tries-now': object
  'webhook.fact.calls': object
  'webhook.fact.certificate': object
  'webhook.fact.changes': object
  'webhook.fact.data': object
  'webhook.fact.data-not-sent': object
  'webhook.fact.data-sent': object
  'webhook.fact.ends': object
  'webhook.fact.id': object
  'webhook.fact.lifecycle': object
  'webhook.fact.made-by': object
  'webhook.fact.made-elsewhere': object
  'webhook.fact.made-here': object
  'webhook.fact.resource': object
  'webhook.form.account': object
  'webhook.form.also-enough': { scopes: string }
  'webhook.form.application': { scopes: string }
  'webhook.form.back': object
  'webhook.form.call-on': object
  'webhook.form.called-at': object
  'webhook.form.called-hint': object
  'webhook.form.can-write': object
  'webhook.form.catalogue': object
  'webhook.form.choose': object
  'webhook.form.choose-instead': object
  'webhook.form.copy-address': object
  'webhook.form.copy-request': object
  'webhook.form.create': object
  'webhook.form.creating': object
  'webhook.form.failed': object
  'webhook.form.filter': object
  'webhook.form.filter-hint': object
  'webhook.form.find': object
  'webhook.form.find-in': object
  'webhook.form.find-in-field': { field: string }
  'webhook.form.first': { field: string }
  'webhook.form.hide-request': object
  'webhook.form.include-data': object
  'webhook.form.life.days': { n: number }
  'webhook.form.life.hours': { n: number }
  'webhook.form.life.minutes': { n: number }
  'webhook.form.lives-for': object
  'webhook.form.lives-for-in': { unit: string }
  'webhook.form.loading': object
  'webhook.form.looking': object
  'webhook.form.many-hint': object
  'webhook.form.may-refuse': object
  'webhook.form.mend': object
  'webhook.form.model': object
  'webhook.form.model.a': object
  'webhook.form.model.b': object
  'webhook.form.more': object
  'webhook.form.needs': { purpose: string; scopes: string }
  'webhook.form.needs-granted': { purpose: string; scopes: string }
  'webhook.form.newer': object
  'webhook.form.no-account': object
  'webhook.form.no-address': object
  'webhook.form.no-model': object
  'webhook.form.none-found': object
  'webhook.form.nothing': { typed: string }
  'webhook.form.option': { caption: string; label: string }
  'webhook.form.remove': { name: string }
  'webhook.form.request': object
  'webhook.form.select': object
  'webhook.form.select-hint': object
  'webhook.form.show-request': object
  'webhook.form.tls': object
  'webhook.form.tls-as-is': object
  'webhook.form.type-instead': object
  'webhook.form.unit.days': object
  'webhook.form.unit.hours': object
  'webhook.form.unit.minutes': object
  'webhook.form.way-locked': { way: string; why: string }
  'webhook.form.which': object
  'webhook.goes-on.offline': object
  'webhook.goes-on.unclear': object
  'webhook.not-sent.elsewhere': object
  'webhook.not-sent.gone': object
  'webhook.not-sent.locked': object
  'webhook.not-sent.reauthorized': object
  'webhook.not-sent.too-soon': { minutes: number }
  'webhook.refusal.code': { code: string }
  'webhook.refusal.copy': object
  'webhook.refusal.request-id': { id: string }
  'webhook.refusal.said': { message: string }
  'webhook.refused.exists': object
  'webhook.refused.exists-here': object
  'webhook.refused.forbidden.change': object
  'webhook.refused.forbidden.create': object
  'webhook.refused.gone.change': object
  'webhook.refused.gone.create': object
  'webhook.refused.offline.change': object
  'webhook.refused.offline.create': object
  'webhook.refused.passing': object
  'webhook.refused.quota-of.account': { most: number }
  'webhook.refused.quota-of.kind': { most: number }
  'webhook.refused.quota-of.mailbox': { most: number }
  'webhook.refused.quota.account': object
  'webhook.refused.quota.kind': object
  'webhook.refused.quota.mailbox': object
  'webhook.refused.refused.change': object
  'webhook.refused.refused.create': object
  'webhook.refused.signed-out.change': object
  'webhook.refused.signed-out.create': object
  'webhook.refused.throttled': object
  'webhook.refused.unreachable-listener.change': object
  'webhook.refused.unreachable-listener.create': object
  'webhook.refused.unreachable.change': { url: string }
  'webhook.refused.unreachable.create': { url: string }
  'webhook.rules.caption': object
  'webhook.show-it': object
  'webhook.sign-in-again': object
  'webhook.state.checking': object
  'webhook.state.creating': object
  'webhook.state.deleting': object
  'webhook.state.delivering': object
  'webhook.state.delivering-encrypted': object
  'webhook.state.elsewhere': object
  'webhook.state.gone-being-made-anew': object
  'webhook.state.needs-permission': object
  'webhook.state.refused': object
  'webhook.state.signed-out': object
  'webhook.state.slow': object
  'webhook.state.unreachable': object
  'webhooks.add-by-id': object
  'webhooks.browse': object
  'webhooks.caption': { accounts: number; n: number }
  'webhooks.check': object
  'webhooks.checking': object
  'webhooks.column.deliveries': object
  'webhooks.column.expires': object
  'webhooks.column.more': object
  'webhooks.column.resource': object
  'webhooks.column.state': object
  'webhooks.deliveries': object
  'webhooks.empty': object
  'webhooks.empty-title': object
  'webhooks.get-started': object
  'webhooks.move': { n: number }
  'webhooks.new': object
  'webhooks.set-up': object
  'webhooks.test-listener': object
  'webhooks.test-now': object
  'webhooks.testing': object
  'welcome.cannot': object
  'welcome.cannot-text': object
  'welcome.connected-lead': { name: string }
  'welcome.connected-title': object
  'welcome.connecting-title': object
  'welcome.diagnostics': object
  'welcome.follow-team-files': object
  'welcome.from-now-on': object
  'welcome.help': object
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

/** The same by their values: the compiler compares these, and not each message with each. */
export type WithValues =
  | { key: 'account.sign-out.webhooks' | 'follow.several'; values: { n: number; names: string } }
  | { key: 'account.signed-out.app-refused'; values: { drives: number; why: string } }
  | {
      key:
        | 'account.signed-out.confirm'
        | 'account.signed-out.not-allowed'
        | 'account.signed-out.not-kept'
        | 'account.signed-out.password-changed'
        | 'account.signed-out.permissions-withdrawn'
        | 'account.signed-out.ran-out'
      values: { drives: number }
    }
  | { key: 'accounts.caption'; values: { drives: number; n: number } }
  | {
      key:
        | 'accounts.following'
        | 'accounts.sign-out-text'
        | 'activity.day.more'
        | 'activity.delete-text'
        | 'activity.delete-title'
        | 'activity.empty-many'
        | 'activity.filter-count'
        | 'activity.match'
        | 'activity.match-of'
        | 'activity.no-match.any'
        | 'activity.show-more'
        | 'catalogue.people'
        | 'cli.missed'
        | 'deliveries.bytes'
        | 'deliveries.entries'
        | 'diagnostics.asked-refused'
        | 'diagnostics.asked-value'
        | 'diagnostics.wake-ups-value'
        | 'digest.daily'
        | 'digest.missed'
        | 'draft.most-people'
        | 'drive.new'
        | 'drive.place.more'
        | 'drive.scope.files'
        | 'drive.scope.folders'
        | 'follow.folders.too-many'
        | 'follow.follow-several'
        | 'follow.results'
        | 'help.licenses-text'
        | 'listener.refused'
        | 'nav.new-changes'
        | 'needs.webhooks'
        | 'notice.count.added'
        | 'notice.count.appeared'
        | 'notice.count.changed'
        | 'notice.count.deleted'
        | 'notice.count.edited'
        | 'notice.count.malware'
        | 'notice.count.moved'
        | 'notice.count.renamed'
        | 'notice.count.restored'
        | 'notice.count.sharing'
        | 'person.others'
        | 'person.several'
        | 'place.more-drives'
        | 'place.several-drives'
        | 'rule.others'
        | 'rules.preview.before'
        | 'rules.preview.not'
        | 'rules.preview.show-all'
        | 'settings.history.delete-text'
        | 'settings.managed.bar-nobody'
        | 'status.needs-attention'
        | 'subscriptions.drives'
        | 'subscriptions.found'
        | 'travel.preview.changed'
        | 'travel.preview.new'
        | 'travel.preview.settings'
        | 'travel.preview.skipped'
        | 'travel.preview.unread'
        | 'tray.activity-new'
        | 'tray.checking'
        | 'webhook.came.failed'
        | 'webhook.details.show-all'
        | 'webhook.details.slow-for'
        | 'webhook.form.life.days'
        | 'webhook.form.life.hours'
        | 'webhook.form.life.minutes'
        | 'webhooks.move'
      values: { n: number }
    }
  | { key: 'accounts.in-cloud'; values: { cloud: string; type: string } }
  | { key: 'accounts.sealed-by'; values: { keyring: string } }
  | {
      key: 'accounts.sign-out-title' | 'notice.needs.sign-in' | 'travel.skipped.signed-out'
      values: { account: string }
    }
  | {
      key:
        | 'activity.away.away'
        | 'activity.away.paused'
        | 'activity.away.quiet-hours'
        | 'activity.away.read-anew'
      values: { n: number; when: string }
    }
  | {
      key: 'activity.day-count' | 'rules.preview.field' | 'rules.preview.result'
      values: { n: number; notified: number }
    }
  | {
      key:
        | 'activity.empty-one'
        | 'cli.refused.site'
        | 'diagnostics.found.notifications.service'
        | 'diagnostics.link.events'
        | 'diagnostics.link.hide-events'
        | 'doctor.permission.gone'
        | 'doctor.permission.no-access'
        | 'drive.name.files-of'
        | 'event-hub.state.connecting'
        | 'event-hub.state.reading'
        | 'follow.already'
        | 'follow.folders.everything'
        | 'follow.folders.title'
        | 'follow.found'
        | 'follow.in-site'
        | 'needs.gone'
        | 'needs.no-access'
        | 'policy.problem.unknown'
        | 'policy.problem.value'
        | 'rules.discard-text'
        | 'rules.removed'
        | 'rules.where-text'
        | 'subscriptions.followed'
        | 'subscriptions.unfollowed'
        | 'tray.catching-up'
        | 'webhook.form.remove'
        | 'welcome.connected-lead'
      values: { name: string }
    }
  | { key: 'activity.list'; values: { day: string } }
  | { key: 'activity.match-of-since'; values: { date: string; n: number } }
  | { key: 'activity.no-match.by' | 'person.count'; values: { n: number; who: string } }
  | { key: 'activity.no-match.by-with'; values: { n: number; text: string; who: string } }
  | { key: 'activity.no-match.filters'; values: { filters: string } }
  | { key: 'activity.no-match.since' | 'drive.state.detail.deleted'; values: { date: string } }
  | { key: 'activity.no-match.with'; values: { n: number; text: string } }
  | {
      key:
        | 'alert.history.damaged'
        | 'alert.settings.damaged'
        | 'alert.sign-ins.damaged'
        | 'deliveries.saved'
        | 'export.replace'
        | 'policy.problem.unreadable'
        | 'policy.problem.untrusted'
        | 'settings.history.exported'
      values: { file: string }
    }
  | {
      key: 'alert.shared-profile' | 'catalogue.named.drive.folder' | 'cause.only-folder' | 'start.taken'
      values: { folder: string }
    }
  | {
      key:
        | 'button.remove'
        | 'delivery.replayed'
        | 'mute.muted'
        | 'notice.muted.for-good'
        | 'reason.why.muted-for-good'
      values: { what: string }
    }
  | {
      key:
        | 'catalogue.closed.app-only-scopes'
        | 'draft.any.permission'
        | 'webhook.form.also-enough'
        | 'webhook.form.application'
      values: { scopes: string }
    }
  | {
      key: 'catalogue.limit' | 'draft.life.long' | 'draft.life.long-with-data'
      values: { of: string; span: string }
    }
  | { key: 'catalogue.limit-with-data'; values: { of: string; span: string; spanWithData: string } }
  | {
      key:
        | 'catalogue.named.adhoc-recording.user'
        | 'catalogue.named.adhoc-transcript.user'
        | 'catalogue.named.assistant.user'
        | 'catalogue.named.call-recording.user'
        | 'catalogue.named.call-transcript.user'
        | 'catalogue.named.chat-messages-user.user'
        | 'catalogue.named.chats-user.user'
        | 'catalogue.named.contact.user'
        | 'catalogue.named.drive.user'
        | 'catalogue.named.event.user'
        | 'catalogue.named.message.user'
        | 'catalogue.named.presence.one'
        | 'catalogue.named.user.one'
        | 'webhook-notice.place.user'
      values: { user: string }
    }
  | { key: 'catalogue.named.alert.one'; values: { alert: string } }
  | {
      key:
        | 'catalogue.named.channel-members.team'
        | 'catalogue.named.channels.team'
        | 'catalogue.named.shift.offers'
        | 'catalogue.named.shift.open'
        | 'catalogue.named.shift.shifts'
        | 'catalogue.named.shift.swaps'
        | 'catalogue.named.shift.time-off'
        | 'catalogue.named.team-members.team'
        | 'catalogue.named.team.team'
      values: { team: string }
    }
  | { key: 'catalogue.named.channel-message.channel'; values: { channel: string } }
  | {
      key:
        | 'catalogue.named.chat-members.chat'
        | 'catalogue.named.chat-message.chat'
        | 'catalogue.named.chat.chat'
      values: { chat: string }
    }
  | { key: 'catalogue.named.contact.own-folder'; values: { contactFolder: string } }
  | { key: 'catalogue.named.contact.user-folder'; values: { contactFolder: string; user: string } }
  | {
      key:
        | 'catalogue.named.conversation.group'
        | 'catalogue.named.group.members'
        | 'catalogue.named.group.one'
        | 'catalogue.named.group.owners'
      values: { group: string }
    }
  | {
      key:
        | 'catalogue.named.drive.drive'
        | 'reason.why.before-followed'
        | 'reason.why.nameless-guest'
        | 'reason.why.nobody'
        | 'reason.why.paused'
      values: { drive: string }
    }
  | { key: 'catalogue.named.list.list' | 'webhook-notice.place.list'; values: { list: string } }
  | { key: 'catalogue.named.message.folder'; values: { mailFolder: string } }
  | { key: 'catalogue.named.message.user-folder'; values: { mailFolder: string; user: string } }
  | {
      key: 'catalogue.named.presence.people' | 'catalogue.named.virtual-event.organizers'
      values: { users: string }
    }
  | { key: 'catalogue.named.printer.printer'; values: { printer: string } }
  | { key: 'catalogue.named.todo-task.list'; values: { todoList: string } }
  | { key: 'catalogue.named.todo-task.user'; values: { todoList: string; user: string } }
  | { key: 'catalogue.note.older-pages'; values: { least: string; wider: string } }
  | {
      key:
        | 'catalogue.title.new-mail'
        | 'drive.place.as-list'
        | 'webhook-notice.changed'
        | 'webhook-notice.changed-in'
        | 'webhook-notice.changed.contact'
        | 'webhook-notice.changed.event'
        | 'webhook-notice.changed.message'
        | 'webhook-notice.deleted'
        | 'webhook-notice.deleted.contact'
        | 'webhook-notice.deleted.event'
        | 'webhook-notice.deleted.message'
        | 'webhook-notice.missed'
        | 'webhook-notice.new'
        | 'webhook-notice.new.contact'
        | 'webhook-notice.new.event'
        | 'webhook-notice.new.message'
      values: { place: string }
    }
  | { key: 'catalogue.title.resource'; values: { resource: string } }
  | { key: 'cli.wrong.pause' | 'cli.wrong.span' | 'cli.wrong.word'; values: { word: string } }
  | { key: 'client-id.characters' | 'client-id.empty'; values: { example: string } }
  | {
      key:
        | 'client-id.environment'
        | 'delivery.refused-why'
        | 'forwarding.state.failed'
        | 'forwarding.state.tries'
      values: { why: string }
    }
  | { key: 'client-id.length'; values: { example: string; n: number } }
  | {
      key:
        'client-id.step-3' | 'device-code.lead' | 'diagnostics.found.proxy.used' | 'self-test.found.address'
      values: { address: string }
    }
  | { key: 'deliveries.answered' | 'forwarding.why.answered'; values: { status: string } }
  | { key: 'deliveries.headline'; values: { answer: string; what: string } }
  | { key: 'deliveries.series-failed'; values: { failed: number; sent: number } }
  | { key: 'deliveries.series-sent'; values: { sent: number } }
  | {
      key:
        | 'deliveries.today'
        | 'drive.state.detail.reading-since'
        | 'drive.state.paused-until'
        | 'offline-bar.title'
        | 'pause.tomorrow'
        | 'reason.why.digest'
        | 'reason.why.digest-waiting'
        | 'reason.why.told'
        | 'reason.why.told-updated'
        | 'reason.words.digest'
        | 'rule.daily'
        | 'settings.muted.until'
        | 'settings.quiet.summary-caption'
        | 'time.at'
        | 'time.tomorrow'
        | 'tray.offline-since'
        | 'tray.pause.tomorrow'
        | 'tray.paused-until'
        | 'tray.tip.paused-until'
        | 'webhook.details.lifecycle.missed'
        | 'webhook.details.lifecycle.reauthorized'
        | 'webhook.details.lifecycle.removed'
        | 'webhook.details.made'
        | 'webhook.details.renews-today'
        | 'webhook.details.renews-tomorrow'
        | 'webhook.ends.renews'
        | 'webhook.ends.renews-today'
      values: { time: string }
    }
  | { key: 'delivery.found.hmac'; values: { key: string } }
  | {
      key:
        | 'delivery.found.signed'
        | 'device-code.good-for'
        | 'doctor.clock.ahead'
        | 'doctor.clock.behind'
        | 'span.minutes'
        | 'webhook.not-sent.too-soon'
        | 'welcome.waiting'
      values: { minutes: number }
    }
  | {
      key:
        | 'device-code.code'
        | 'event-hub.why.other'
        | 'self-test.why.not-trusted'
        | 'sign-in.failed.not-allowed'
        | 'sign-in.failed.registration'
        | 'sign-in.failed.registration-of-one'
        | 'sign-in.failed.unconfirmed'
        | 'sign-in.failed.unexpected'
        | 'sign-in.failed.wrong-account'
        | 'webhook.refusal.code'
      values: { code: string }
    }
  | { key: 'diagnostics.history-not-kept'; values: { size: string } }
  | {
      key:
        | 'diagnostics.processor'
        | 'draft.life.short'
        | 'drive.state.checking'
        | 'settings.history.shorter-title'
        | 'webhook.details.expires-in'
      values: { span: string }
    }
  | { key: 'diagnostics.processor-aim' | 'diagnostics.processor-value'; values: { share: number } }
  | { key: 'diagnostics.version-value'; values: { electron: string; node: string; version: string } }
  | { key: 'discover.consent'; values: { n: number; purpose: string } }
  | {
      key:
        | 'discover.elsewhere'
        | 'doctor.permission.admin'
        | 'doctor.permission.withdrawn'
        | 'doctor.sign-in.again'
        | 'follow.account'
        | 'needs.sign-in'
        | 'welcome.signed-in-as'
      values: { username: string }
    }
  | { key: 'discover.link.address'; values: { scheme: string } }
  | {
      key:
        | 'discover.link.page-of'
        | 'doctor.microsoft.blocked'
        | 'proxy.text'
        | 'self-test.name'
        | 'self-test.name-failed'
        | 'self-test.why.name'
        | 'self-test.why.no-answer'
      values: { host: string }
    }
  | { key: 'discover.refused.throttled' | 'self-test.why.slow'; values: { seconds: number } }
  | { key: 'draft.client-state.long'; values: { most: number; n: number } }
  | { key: 'draft.ids.presence'; values: { example: string; id: string } }
  | { key: 'draft.model.only'; values: { models: string } }
  | { key: 'drive.name.apart'; values: { name: string; place: string } }
  | { key: 'drive.name.in-site'; values: { name: string; site: string } }
  | {
      key:
        | 'drive.place.shares'
        | 'rule.in'
        | 'rule.no'
        | 'rule.not'
        | 'rule.not-from'
        | 'rule.not-in'
        | 'rule.only'
        | 'rule.only-from'
      values: { names: string }
    }
  | { key: 'drive.state.detail.last-change' | 'drive.state.detail.last-checked'; values: { ago: string } }
  | { key: 'drive.state.detail.names' | 'welcome.learning-of'; values: { about: number; done: number } }
  | { key: 'drive.state.detail.names-so-far' | 'welcome.learning-so-far'; values: { done: number } }
  | {
      key: 'drive.state.detail.next-try' | 'drive.state.detail.no-access'
      values: { cause: string; time: string }
    }
  | {
      key: 'drive.state.reconnecting-in' | 'webhook.ends.renews-in' | 'webhook.ends.tries-again'
      values: { ahead: string }
    }
  | { key: 'follow.folders.selected'; values: { both: 'other' | 'yes'; files: number; folders: number } }
  | { key: 'follow.no-site'; values: { text: string } }
  | { key: 'forwarding.line'; values: { address: string; done: number; failed: number; waiting: number } }
  | { key: 'forwarding.line-off'; values: { done: number; failed: number } }
  | { key: 'forwarding.state.done'; values: { answer: string; status: string } }
  | {
      key:
        | 'forwarding.why.broken'
        | 'forwarding.why.nobody'
        | 'forwarding.why.silence'
        | 'listener.address-hint-port'
        | 'listener.port-taken'
      values: { port: string }
    }
  | { key: 'help.host'; values: { chromium: string; electron: string; node: string } }
  | {
      key: 'help.version' | 'settings.drivebell.version' | 'travel.refused.newer'
      values: { version: string }
    }
  | { key: 'listener.arrived'; values: { ago: string; refused: string } }
  | {
      key:
        | 'listener.reachable'
        | 'listener.testing'
        | 'listener.untested'
        | 'webhook.refused.unreachable.change'
        | 'webhook.refused.unreachable.create'
      values: { url: string }
    }
  | { key: 'listener.tested'; values: { ago: string; answer: string; refused: string } }
  | { key: 'listener.tested-failed'; values: { ago: string; why: string } }
  | { key: 'mute.muted-until' | 'notice.muted.until'; values: { time: string; what: string } }
  | {
      key:
        | 'notice.added'
        | 'notice.changed'
        | 'notice.deleted'
        | 'notice.edited'
        | 'notice.edited-album'
        | 'notice.edited-by-several'
        | 'notice.moved-briefly'
        | 'notice.renamed-briefly'
        | 'notice.replaced'
        | 'notice.restored'
        | 'notice.shared'
        | 'notice.sharing-changed'
        | 'notice.unshared'
        | 'webhook-notice.item-from'
      values: { item: string; who: string }
    }
  | { key: 'notice.appeared'; values: { item: string; place: string } }
  | {
      key: 'notice.burst.added' | 'notice.burst.changed' | 'notice.burst.deleted' | 'notice.burst.edited'
      values: { n: number; place: string; thing: 'file' | 'other'; who: string }
    }
  | { key: 'notice.burst.malware'; values: { n: number; place: string; thing: 'file' | 'other' } }
  | {
      key: 'notice.burst.many'
      values: { n: number; people: number; place: string; thing: 'file' | 'other' }
    }
  | { key: 'notice.burst.shared-by-link'; values: { n: number; thing: 'file' | 'other'; who: string } }
  | { key: 'notice.by-person'; values: { items: string; who: string } }
  | { key: 'notice.deleted-nameless'; values: { place: string; who: string } }
  | {
      key: 'notice.deleted-with-items' | 'notice.restored-with-items'
      values: { item: string; n: number; who: string }
    }
  | { key: 'notice.detail.story'; values: { n: number; time: string } }
  | {
      key: 'notice.entry.added' | 'notice.entry.deleted' | 'notice.entry.edited' | 'notice.moved'
      values: { item: string; place: string; who: string }
    }
  | { key: 'notice.malware'; values: { item: string } }
  | { key: 'notice.moved-and-renamed'; values: { item: string; old: string; place: string; who: string } }
  | {
      key: 'notice.moved-and-renamed-with-items'
      values: { item: string; n: number; old: string; place: string; who: string }
    }
  | { key: 'notice.moved-with-items'; values: { item: string; n: number; place: string; who: string } }
  | { key: 'notice.named'; values: { items: string; n: number } }
  | {
      key: 'notice.pair.added' | 'notice.pair.changed' | 'notice.pair.deleted' | 'notice.pair.edited'
      values: { first: string; second: string; who: string }
    }
  | { key: 'notice.pair.many'; values: { first: string; people: number; second: string } }
  | { key: 'notice.renamed'; values: { item: string; old: string; who: string } }
  | { key: 'notice.shared-with'; values: { item: string; who: string; whom: string } }
  | { key: 'notice.shared-with-many'; values: { item: string; people: number; who: string } }
  | { key: 'person.both'; values: { first: string; second: string } }
  | { key: 'quiet.here' | 'settings.quiet.caption'; values: { zone: string } }
  | { key: 'quiet.words.day-range'; values: { first: string; last: string } }
  | { key: 'quiet.words.hours'; values: { days: string; from: string; to: string } }
  | { key: 'quiet.words.hours-and-whole'; values: { days: string; from: string; to: string; whole: string } }
  | { key: 'quiet.words.whole'; values: { whole: string } }
  | { key: 'reason.why.app-change' | 'reason.why.guest'; values: { drive: string; who: string } }
  | { key: 'reason.why.excepted'; values: { drive: string; names: string } }
  | { key: 'reason.why.kind'; values: { drive: string; kinds: string } }
  | {
      key: 'reason.why.matches' | 'reason.why.matches-none' | 'reason.why.type'
      values: { drive: string; item: string; names: string }
    }
  | { key: 'reason.why.muted'; values: { until: string; what: string } }
  | { key: 'reason.why.muted-over'; values: { until: string } }
  | { key: 'reason.why.not-among'; values: { drive: string; names: string; who: string } }
  | { key: 'reason.why.quiet-hours'; values: { hours: string; time: string } }
  | {
      key: 'reason.why.quiet-hours-due' | 'reason.why.quiet-hours-told'
      values: { digest: string; hours: string; time: string }
    }
  | { key: 'reason.why.rule-then'; values: { drive: string; words: string } }
  | {
      key: 'reason.why.too-large' | 'reason.why.too-small'
      values: { drive: string; item: string; limit: string; size: string }
    }
  | { key: 'reason.words.muted' | 'reason.words.rule'; values: { words: string } }
  | { key: 'refusal.launch.unwritable'; values: { path: string } }
  | { key: 'rule.at-least' | 'rule.at-most' | 'rule.larger' | 'rule.smaller'; values: { limit: string } }
  | { key: 'rule.hours'; values: { from: string; to: string } }
  | { key: 'rule.own-hours'; values: { hours: string } }
  | { key: 'rules.own-as-in-settings'; values: { choice: string } }
  | { key: 'self-test.found.answered'; values: { answer: string } }
  | { key: 'self-test.found.certificate'; values: { date: string; protocol: string } }
  | { key: 'self-test.why.answer' | 'self-test.why.page'; values: { status: string; target: string } }
  | {
      key: 'self-test.why.answer-from' | 'self-test.why.page-from'
      values: { server: string; status: string; target: string }
    }
  | { key: 'self-test.why.no-https'; values: { host: string; port: string } }
  | { key: 'self-test.why.old-tls'; values: { host: string; protocol: string } }
  | { key: 'self-test.why.redirect'; values: { to: string } }
  | { key: 'self-test.why.silence'; values: { target: string } }
  | { key: 'settings.general.keys-caption'; values: { mod: string } }
  | { key: 'settings.history.keep-for-caption'; values: { n: number; size: string } }
  | { key: 'settings.history.span.days' | 'span.days'; values: { days: number } }
  | { key: 'settings.managed.bar'; values: { n: number; organization: string } }
  | { key: 'settings.managed.by'; values: { organization: string } }
  | { key: 'sign-in.failed.other-account'; values: { chosen: string; wanted: string } }
  | { key: 'sign-in.failed.registration-in-cloud'; values: { cloud: string; code: string } }
  | { key: 'span.days-hours'; values: { days: number; hours: number } }
  | { key: 'span.days-hours-minutes'; values: { days: number; hours: number; minutes: number } }
  | { key: 'span.hours'; values: { hours: number } }
  | { key: 'span.hours-minutes'; values: { hours: number; minutes: number } }
  | { key: 'start.failed.text'; values: { folder: string; why: string } }
  | { key: 'status.checking'; values: { n: number; span: string } }
  | { key: 'status.connected'; values: { connected: number; total: number } }
  | { key: 'subscriptions.caption' | 'webhooks.caption'; values: { accounts: number; n: number } }
  | { key: 'time.day'; values: { date: string; name: string } }
  | { key: 'time.from-to' | 'time.span'; values: { from: string; until: string } }
  | { key: 'travel.preview.skipped-line'; values: { name: string; why: string } }
  | { key: 'tray.change'; values: { sentence: string; time: string } }
  | { key: 'tray.connected' | 'tray.tip.reconnecting'; values: { live: number; total: number } }
  | { key: 'tray.tip.attention'; values: { live: number; n: number; total: number } }
  | { key: 'tray.tip.catching-up'; values: { unseen: number } }
  | { key: 'tray.tip.checking'; values: { live: number; polling: number; unseen: number } }
  | { key: 'tray.tip.connected'; values: { live: number; unseen: number } }
  | { key: 'webhook-notice.from'; values: { who: string } }
  | { key: 'webhook-notice.several'; values: { n: number; place: string } }
  | { key: 'webhook-notice.with'; values: { detail: string; what: string } }
  | { key: 'webhook.consent' | 'webhook.consent-write'; values: { purpose: string } }
  | { key: 'webhook.details.last-answered'; values: { ago: string; answer: string } }
  | { key: 'webhook.details.refused-count'; values: { n: number; why: string } }
  | { key: 'webhook.details.renews-on'; values: { date: string; time: string } }
  | { key: 'webhook.details.slow-bar'; values: { all: number; slow: number } }
  | { key: 'webhook.details.week-counts'; values: { delivered: number; failed: number } }
  | { key: 'webhook.did.deleting'; values: { title: string } }
  | { key: 'webhook.form.find-in-field' | 'webhook.form.first'; values: { field: string } }
  | { key: 'webhook.form.lives-for-in'; values: { unit: string } }
  | { key: 'webhook.form.needs' | 'webhook.form.needs-granted'; values: { purpose: string; scopes: string } }
  | { key: 'webhook.form.nothing'; values: { typed: string } }
  | { key: 'webhook.form.option'; values: { caption: string; label: string } }
  | { key: 'webhook.form.way-locked'; values: { way: string; why: string } }
  | { key: 'webhook.refusal.request-id'; values: { id: string } }
  | { key: 'webhook.refusal.said'; values: { message: string } }
  | {
      key:
        | 'webhook.refused.quota-of.account'
        | 'webhook.refused.quota-of.kind'
        | 'webhook.refused.quota-of.mailbox'
      values: { most: number }
    }
  | { key: 'welcome.sample'; values: { place: string; sentence: string } }
