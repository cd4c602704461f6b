import Foundation

/// The built-in data set: cited facts on how the regions of the post-Soviet space, and of Italy
/// and Russia, work together.
public enum Atlas {
    /// The set's files, JSON Lines, one a kind.
    /// - Throws: ``AtlasError`` when the resources don't stand beside the executable.
    public static func files() throws(AtlasError) -> [String] {
        let files =
            Bundle.module.paths(forResourcesOfType: "jsonl", inDirectory: "Data").sorted()
        guard !files.isEmpty else { throw AtlasError(directory: Bundle.module.bundlePath) }
        return files
    }
}

/// The built-in data set isn't where it should be.
public struct AtlasError: Error, Sendable, CustomStringConvertible {
    /// Where it should be.
    public let directory: String

    /// What is wrong and what would help.
    public var description: String {
        "the built-in data set is missing in \(directory); keep the executable and its resources "
            + "together, or start with --empty"
    }
}
