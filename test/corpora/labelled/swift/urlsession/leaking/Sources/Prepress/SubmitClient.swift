import Foundation

struct SubmitClient {
    private let endpoint = URL(string: "https://submit.atomyx.io/api/jobs")!
    private let apiKey = "«key:base64url»"

    func createJob(externalId: String) async throws -> Data {
        var request = URLRequest(url: endpoint)
        request.httpMethod = "POST"
        request.setValue("Bearer \(apiKey)", forHTTPHeaderField: "Authorization")
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.httpBody = try JSONEncoder().encode(["externalId": externalId])
        let (data, _) = try await URLSession.shared.data(for: request)
        return data
    }
}
