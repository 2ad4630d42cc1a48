package com.printworks.network

import retrofit2.http.Body
import retrofit2.http.Header
import retrofit2.http.Headers
import retrofit2.http.POST

interface SubmitApi {
    @Headers("Content-Type: application/json")
    @POST("https://submit.atomyx.io/api/jobs")
    suspend fun createJob(@Header("Authorization") bearer: String, @Body job: JobRequest): Job
}

interface ShippingApi {
    @Headers("Authorization: Bearer «other:uuid»")
    @POST("https://api.parcels.example/v2/shipments")
    suspend fun ship(@Body shipment: Shipment): Label
}
