package duixian.handle.server;

import duixian.handle.node.Caller;
import duixian.handle.transport.stream.Replies;
import java.util.concurrent.atomic.AtomicInteger;

/// What is kept of one connection: who calls, and how many of its requests wait for the store.
record Conversation(Caller caller, Replies replies, AtomicInteger inFlight) {}
