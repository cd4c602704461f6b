#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The server can't listen where it should.
public struct ListenError: Error, Sendable, CustomStringConvertible {
    /// The address and port.
    public let address: String
    /// The system's error number.
    public let code: Int32

    /// What is wrong and what would help.
    public var description: String {
        switch code {
        case EADDRINUSE:
            "\(address) is in use by another program; stop it, or take another --port (0 takes a "
                + "free one)"
        case EACCES:
            "\(address) may not be listened on by this user; ports under 1024 need a privilege"
        case EADDRNOTAVAIL:
            "\(address) is not an address of this machine; see --host"
        default:
            "\(address) can't be listened on (system error \(code))"
        }
    }
}
