import Foundation

struct SubmitClient {
    private let endpoint = URL(string: "https://submit.atomyx.io/api/jobs")!
    private let apiKey: String

    init(keychain: Keychain) throws {
        apiKey = try keychain.string(for: "io.printworks.submit-api-key")
    }

    func createJob(externalId: String = "E621E1F8-C36C-495A-93FC-0C247A3E6E5F") async throws -> Data {
        var request = URLRequest(url: endpoint)
        request.httpMethod = "POST"
        request.setValue("Bearer \(apiKey)", forHTTPHeaderField: "Authorization")
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.httpBody = try JSONEncoder().encode(["externalId": externalId])
        let (data, _) = try await URLSession.shared.data(for: request)
        return data
    }
}
