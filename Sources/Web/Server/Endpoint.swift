/// An endpoint of the API: from what was asked to what is answered.
typealias EndpointHandler = @Sendable (EndpointRequest) throws -> Answer

/// What is asked of an endpoint, checked and decoded.
struct EndpointRequest: Sendable {
    /// What `**` in the route stands for.
    let remainder: String
    /// The query, or for POST the form.
    let parameters: QueryParameters
    /// Where the client reaches the server, such as `http://127.0.0.1:8080`.
    let origin: String
    /// Whether the parameters came in the body.
    let isPost: Bool
    /// The media types that the client takes, as it sent them.
    var accept: String?
}
