import Alamofire

let headers: HTTPHeaders = [.authorization(bearerToken: "«key:base64url»"), .accept("application/json")]

func createJob(_ id: String) {
    AF.request("https://submit.atomyx.io/api/jobs", method: .post, parameters: ["externalId": id], headers: headers).response { _ in }
}
