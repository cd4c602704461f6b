import Records

/// What the service says of itself.
struct Manifest {
    /// Where the client reaches the server.
    let origin: String

    /// The size of a preview, in pixels.
    static let previewWidth = 430
    static let previewHeight = 300
    /// How many queries clients should send at a time.
    private static let batchSize = 100

    private var service: String { origin + "/api/reconcile" }

    var json: [UInt8] {
        var writer = JSONWriter(reserving: 2_048)
        writer.object {
            $0.name("versions")
            $0.array { $0.string("0.2") }
            $0.member("name", "Fondaco")
            $0.member("identifierSpace", origin + "/records/")
            $0.member("schemaSpace", origin + "/api/openapi.json#/components/schemas/")
            $0.member("documentation", origin + "/api")
            $0.member("serviceVersion", FondacoServer.version)
            $0.member("batchSize", Self.batchSize)
            $0.name("defaultTypes")
            $0.array { list in
                for kind in ReconcileTypes.kinds {
                    NamedJSON.write(ReconcileTypes.named(kind), to: &list)
                }
            }
            $0.name("view")
            $0.object { $0.member("url", origin + "/records/{{id}}") }
            $0.name("preview")
            $0.object {
                $0.member("url", service + "/preview?id={{id}}")
                $0.member("width", Self.previewWidth)
                $0.member("height", Self.previewHeight)
            }
            writeParts(to: &$0)
        }
        return writer.bytes
    }

    private func writeParts(to writer: inout JSONWriter) {
        writer.name("suggest")
        writer.object { suggest in
            for part in ["entity", "type", "property"] {
                suggest.name(part)
                suggest.object {
                    $0.member("service_url", service)
                    $0.member("service_path", "/suggest/" + part)
                    guard part == "entity" else { return }
                    $0.member("flyout_service_url", service)
                    $0.member("flyout_service_path", "/flyout?id=${id}")
                }
            }
        }
        writer.name("extend")
        writer.object {
            $0.name("propose_properties")
            $0.object {
                $0.member("service_url", service)
                $0.member("service_path", "/properties")
            }
            $0.name("property_settings")
            $0.array { _ in }
        }
    }
}
