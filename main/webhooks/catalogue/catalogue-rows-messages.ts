import { way, type Row } from './catalogue-row.ts'

/** $select does nothing for them (protocol.md 3.7). */
const messages = {
  group: 'teams',
  personal: null,
  data: 'optional',
  life: 'teams',
  latency: 'messages',
  quota: 'teams-resource',
  usual: ['created'],
  traits: ['lifecycle', 'unknown-enum-members'],
} as const

/** Messages of chats and channels (protocol.md 3.5: chatMessage). */
export const messageRows: readonly Row[] = [
  {
    ...messages,
    key: 'chat-message',
    icon: 'chat',
    title: 'Chat messages',
    ways: [way('chat', 'One chat', 'chats/{chat}/messages', 'Messages in {chat}')],
    work: ['Chat.Read', 'Chat.ReadWrite'],
    application: ['Chat.Read.All'],
  },
  {
    ...messages,
    key: 'chat-messages-user',
    icon: 'chat',
    title: 'Chat messages',
    caption: 'All chats of a person',
    ways: [
      way('own', 'All your chats', 'me/chats/getAllMessages', 'Messages in your chats'),
      way(
        'user',
        'All chats of a person',
        'users/{user}/chats/getAllMessages',
        'Messages in the chats of {user}',
      ),
    ],
    work: ['Chat.Read', 'Chat.ReadWrite'],
    application: ['Chat.Read.All', 'Chat.ReadWrite.All'],
    quota: 'teams-user',
    models: ['B'],
  },
  {
    ...messages,
    key: 'channel-message',
    icon: 'chat',
    title: 'Channel messages',
    ways: [
      way('channel', 'One channel', 'teams/{team}/channels/{channel}/messages', 'Messages in {channel}'),
    ],
    work: ['ChannelMessage.Read.All'],
    application: ['ChannelMessage.Read.Group*', 'ChannelMessage.Read.All'],
  },
  {
    ...messages,
    key: 'channel-messages-all',
    icon: 'chat',
    title: 'Channel messages',
    caption: 'Every channel',
    ways: [way('all', 'Every channel', 'teams/getAllMessages', 'Messages in every channel')],
    work: null,
    application: ['ChannelMessage.Read.All'],
    models: ['A', 'B'],
  },
  {
    ...messages,
    key: 'chat-messages-all',
    icon: 'chat',
    title: 'Chat messages',
    caption: 'Every chat',
    ways: [way('all', 'Every chat', 'chats/getAllMessages', 'Messages in every chat')],
    work: null,
    application: ['Chat.Read.All'],
    models: ['A', 'B'],
  },
  {
    ...messages,
    key: 'chat-messages-app',
    icon: 'chat',
    title: 'Chat messages',
    caption: 'Chats with an app',
    ways: [
      way(
        'app',
        'Chats with an app',
        'appCatalogs/teamsApps/{teams-app}/installedToChats/getAllMessages',
        'Messages in chats with an app',
      ),
    ],
    work: null,
    application: ['Chat.Read.WhereInstalled', 'Chat.ReadWrite.WhereInstalled'],
    models: ['A', 'B'],
  },
]
