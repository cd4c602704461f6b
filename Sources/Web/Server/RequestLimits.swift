/// How much a client may send.
enum RequestLimits {
    /// The longest target (path and query), in bytes.
    static let target = 32_768
    /// The longest path, in bytes, whose query alone is to blame for a target that is too long.
    static let path = 2_048
    /// The most that the HTTP decoder takes as a head, in bytes: over ``target``, so that who
    /// sends too much is told so.
    static let head = 256 << 10
    /// The most parameters in a query or form.
    static let parameters = 200
    /// The longest value of a query parameter, in bytes of UTF-8.
    static let parameterValue = 4_096
    /// The longest body, in bytes.
    static let body = 1 << 20
    /// How long a body may take to arrive.
    static let bodyTime = Duration.seconds(15)
    /// How long an answer that is written piece by piece may take.
    static let answerTime = Duration.seconds(120)
    /// How long a connection may stay silent, in seconds.
    static let idleSeconds: Int64 = 60
}
