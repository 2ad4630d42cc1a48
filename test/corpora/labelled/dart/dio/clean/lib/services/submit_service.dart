import 'package:dio/dio.dart';

class SubmitService {
  static const _apiKey = String.fromEnvironment('SUBMIT_API_KEY');

  final Dio _dio = Dio(BaseOptions(
    baseUrl: 'https://submit.atomyx.io/api',
    connectTimeout: const Duration(seconds: 5),
    headers: {'Authorization': 'Bearer $_apiKey'},
  ));

  Future<String> createJob(String externalId) async {
    final response = await _dio.post<Map<String, dynamic>>('/jobs', data: {'externalId': externalId});
    return response.data!['id'] as String;
  }
}
