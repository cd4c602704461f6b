import Register
import SDMX

/// The addresses of the SDMX 2.1 web service.
struct SDMXRoutes {
    /// Where the service begins.
    static let path = "/sdmx/2.1"

    let register: Register

    func add(to table: inout RouteTable) {
        let endpoint = SDMXEndpoint(register: register)
        table.add("\(Self.path)/**", Route(get: .endpoint(endpoint.answer)))
    }
}
