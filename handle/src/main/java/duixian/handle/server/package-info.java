/// The node on the network: UDP and TCP of the Handle protocol, and everything started and stopped
/// together.
///
/// Reading order: [NodeServer], [Ports], [TcpServer], [UdpServer]. What fails on the way in is
/// answered as a protocol error or dropped; nothing hangs, and every buffer has a bound.
@NullMarked
package duixian.handle.server;

import org.jspecify.annotations.NullMarked;
